import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { receiptsRoot, sortLeaves } from '$lib/domain/receipt/receipt-tree';
import { replacedOn } from '$lib/domain/receipt/replaced-receipts';
import { findSealed } from '$lib/server/requests/applications/receipts-repository';
import { sealReceipts } from '$lib/server/requests/applications/seal-receipts';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { load as myLoad } from '../../../../src/routes/(applicant)/my/+page.server';
import MyPage from '../../../../src/routes/(applicant)/my/+page.svelte';
import { load as layoutLoad } from '../../../../src/routes/(applicant)/my/apply/[notice]/+layout.server';
import { actions as checkActions } from '../../../../src/routes/(applicant)/my/apply/[notice]/check/+page.server';
import { actions as dwellings } from '../../../../src/routes/(applicant)/my/apply/[notice]/dwellings/+page.server';
import {
	actions as discardActions,
	load as discardLoad
} from '../../../../src/routes/(applicant)/my/discard/[notice]/+page.server';
import DiscardPage from '../../../../src/routes/(applicant)/my/discard/[notice]/+page.svelte';
import { actions, load } from '../../../../src/routes/(applicant)/my/requests/[id]/+page.server';
import RequestPage from '../../../../src/routes/(applicant)/my/requests/[id]/+page.svelte';
import { load as receiptLoad } from '../../../../src/routes/(applicant)/my/requests/[id]/receipt/+page.server';
import ReceiptPage from '../../../../src/routes/(applicant)/my/requests/[id]/receipt/+page.svelte';
import { GET as getFile } from '../../../../src/routes/(public)/notices/[id]/[file]/+server';
import { applyPages } from '../../../support/apply-pages';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHousehold } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, read, servePages, shown, wordsOf } from '../../../support/pages';

const SENT = '2026-11-22T10:00:00.000Z';
const NOW = '2026-11-27T12:00:00.000Z';
const CLOSED = '2026-12-02T10:00:00.000Z';

let database: TestDatabase;
let notice: Awaited<ReturnType<typeof anOpenNotice>>;
let as: Actor;
let first: string;
const members = [
	{ id: 'm1', relation: 'applicant', birthDate: '1986-05-14' },
	{ id: 'm2', relation: 'child', birthDate: '2014-02-03' },
	{ id: 'm3', relation: 'parent', birthDate: '1948-07-30' }
] as const;
const household = aHousehold({ members, iseeCents: 1_234_567 });
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [6300, 6400]);
});
beforeEach(async () => {
	servePages(database, NOW);
	as = await anActor(database.db, 'applicant', 'Nadia Haddad');
	first = await aCompleteDraft(database, notice.id, as, { choices: notice.dwellingIds, household }, SENT);
	const input = { noticeId: notice.id, draftId: first };
	expect(await database.transact((trx) => submitApplication(trx, input, as, SENT))).toMatchObject({ ok: true });
});
afterAll(() => database.close());

const check = () => `/my/apply/${notice.id}/check`;
const amend = (id = first, by = as) => post(actions.amend, {}, { as: by, params: { id } });
const page = async (id: string) => wordsOf(shown(RequestPage, (await read([load], { as, params: { id } })).data));
const receipt = async (id: string) => {
	const { data } = await read([receiptLoad], { as, params: { id } });
	return { leaf: String(data['leaf']), words: wordsOf(shown(ReceiptPage, data)) };
};
const protocolOf = async (id: string) =>
	(await database.db.selectFrom('applications').select('protocol').where('id', '=', id).executeTakeFirstOrThrow())
		.protocol;

/** The form that sends, as the page shows it. */
async function sending(replaces: string) {
	const draft = (await openDraft(database.db, notice.id, as))!;
	const person = (await readOwnPerson(database.db, as.id))!;
	const seen = { revision: String(draft.revision), contact: String(person.revision), replaces };
	return { draft: draft.id, ...seen, declared: 'on' };
}

/** Takes the first home out, so that the second becomes the first. */
async function chooseTheSecond() {
	const place = (home: string) => `place-${home}`;
	const opened = Object.fromEntries(notice.dwellingIds.map((home, index) => [place(home), [String(index + 1)]]));
	const fields = { [place(notice.dwellingIds[1]!)]: '1', warned: 'on', _opened: JSON.stringify(opened) };
	const answer = await post(dwellings.default, fields, { as, params: { notice: notice.id } });
	expect(answer).toEqual({ status: 303, location: check() });
}

async function amended(): Promise<string> {
	await amend();
	await chooseTheSecond();
	const fields = await sending(first);
	const { location } = await post(checkActions.default, fields, { as, params: { notice: notice.id } });
	expect(location).toBe(`/my/requests/${fields.draft}/receipt`);
	return fields.draft;
}

it('a household finds the correction beside its request, and reads what changes before it sends', async () => {
	expect(await page(first)).toContain('Correggi la domanda');
	for (let click = 0; click < 2; click += 1) expect(await amend()).toEqual({ status: 303, location: check() });
	expect(await page(first)).toContain('Continua la correzione');
	const pages = applyPages(as, notice.id);
	expect(await pages.words('check')).toContain('Non hai cambiato nessuna risposta.');
	const mine = wordsOf(shown(MyPage, (await read([myLoad], { as })).data));
	expect(mine).toContain(`Stai correggendo la domanda ${await protocolOf(first)}`);

	await chooseTheSecond();
	const words = await pages.words('check');
	expect(words).toMatch(/Che cosa cambia Gli alloggi 1ª scelta prima: via \S+/);
	expect(words).toContain('2ª scelta prima:');
	expect(words).toMatch(/tolto/);
	expect(words).toContain('Invia la correzione');
	expect(words).toContain(`Prende il posto della domanda ${await protocolOf(first)}`);
});

it('the later version says what it replaced; the earlier one is still read, with its receipt', async () => {
	const second = await amended();
	const [was, is] = [await protocolOf(first), await protocolOf(second)];
	expect(await page(first)).toContain(`L’hai sostituita 27 novembre 2026 con la domanda ${is}. Vale quella.`);
	expect(await page(first)).not.toContain('Correggi la domanda');
	expect(await page(second)).toMatch(new RegExp(`Le versioni della domanda ${is} .*Vale questa.* ${was} .*Sostituita`));
	expect((await receipt(first)).words).toMatch(new RegExp(`Sostituita da ${is}, inviata`));
	expect((await receipt(second)).words).toMatch(new RegExp(`Prende il posto di ${was}, inviata`));
	expect((await receipt(first)).words).toContain('2ª scelta via');
});

it('is given up, and the request stays; a page of the form then leads back to it', async () => {
	await amend();
	const visit = { as, params: { notice: notice.id } };
	const words = wordsOf(shown(DiscardPage, (await read([discardLoad], visit)).data));
	expect(words).toContain(`La domanda ${await protocolOf(first)} resta com’è.`);
	expect(await post(discardActions.default, {}, visit)).toEqual({ status: 303, location: '/my' });
	expect((await read([layoutLoad], visit)).location).toBe(`/my/requests/${first}`);
});

it('a moment after the closing nothing is sent, and the page says which request counts', async () => {
	await amend();
	const fields = await sending(first);
	servePages(database, CLOSED);
	const answer = await post(checkActions.default, fields, { as, params: { notice: notice.id } });
	expect(answer).toMatchObject({ status: 409 });
	expect(answer.data?.problem).toContain('vale la domanda che avevi mandato');
	expect(await page(first)).not.toContain('Correggi la domanda');
	const mine = wordsOf(shown(MyPage, (await read([myLoad], { as })).data));
	expect(mine).toContain(`La correzione non è partita: vale la domanda ${await protocolOf(first)}.`);
	expect(await amend()).toMatchObject({ status: 409 });
});

it('odd values in the place of the request it replaces are refused, and nothing is lost', async () => {
	await amend();
	for (const odd of ['none', '', 'x'.repeat(64)]) {
		const answer = await post(checkActions.default, await sending(odd), { as, params: { notice: notice.id } });
		expect(answer.status).toBe(409);
	}
	const long = await post(checkActions.default, await sending('x'.repeat(65)), { as, params: { notice: notice.id } });
	expect(long.status).toBe(422);
	expect(await amend(first, await anActor(database.db, 'applicant', 'Omar Rossi'))).toEqual({ status: 404 });
	expect(await openDraft(database.db, notice.id, as)).not.toBeNull();
});

it('at the closing only the last version is among the receipts; the list of replaced ones tells the day', async () => {
	const own = await anOpenNotice(database, [6300, 6400]);
	notice = own;
	first = await aCompleteDraft(database, own.id, as, { choices: own.dwellingIds, household }, SENT);
	await database.transact((trx) => submitApplication(trx, { noticeId: own.id, draftId: first }, as, SENT));
	await amend();
	const { id: second } = (await openDraft(database.db, own.id, as))!;
	await database.transact((trx) => submitApplication(trx, { noticeId: own.id, draftId: second }, as, NOW));
	const file = (name: string) => getFile({ params: { id: own.id, file: name } } as never) as Promise<Response>;
	await expect(file('replaced.txt')).rejects.toMatchObject({ status: 404 });
	await database.transact((trx) => sealReceipts(trx, own.id, CLOSED));
	const [before, after] = [(await receipt(first)).leaf, (await receipt(second)).leaf];
	const root = receiptsRoot(sortLeaves([after]));
	expect(await findSealed(database.db, own.id)).toMatchObject({ root, count: 1 });
	expect(await (await file('receipts.txt')).text()).toBe(`${after}\n`);
	const replaced = await (await file('replaced.txt')).text();
	expect(replacedOn(replaced, before)).toBe('2026-11-27');
	expect(replacedOn(replaced, after)).toBeNull();
});
