import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { actions as checkActions } from '../../../../src/routes/(applicant)/my/apply/[notice]/check/+page.server';
import {
	actions as discardActions,
	load as discardLoad
} from '../../../../src/routes/(applicant)/my/discard/[notice]/+page.server';
import DiscardPage from '../../../../src/routes/(applicant)/my/discard/[notice]/+page.svelte';
import {
	actions as requestActions,
	load as requestLoad
} from '../../../../src/routes/(applicant)/my/requests/[id]/+page.server';
import RequestPage from '../../../../src/routes/(applicant)/my/requests/[id]/+page.svelte';
import { load as receiptLoad } from '../../../../src/routes/(applicant)/my/requests/[id]/receipt/+page.server';
import ReceiptPage from '../../../../src/routes/(applicant)/my/requests/[id]/receipt/+page.svelte';
import { GET as getRow } from '../../../../src/routes/(applicant)/my/requests/[id]/row/+server';
import {
	actions as withdrawActions,
	load as withdrawLoad
} from '../../../../src/routes/(applicant)/my/requests/[id]/withdraw/+page.server';
import WithdrawPage from '../../../../src/routes/(applicant)/my/requests/[id]/withdraw/+page.svelte';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, read, servePages, shown, wordsOf } from '../../../support/pages';

const NOW = '2026-11-22T10:00:00.000Z';
const CLOSED = '2026-12-02T10:00:00.000Z';
let database: TestDatabase;
let notice: Awaited<ReturnType<typeof anOpenNotice>>;
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [6300, 6400]);
});
beforeEach(() => servePages(database, NOW));
afterAll(() => database.close());

const applicant = () => anActor(database.db, 'applicant', 'Nadia Haddad');
const household = aHousehold({
	members: [
		{ id: 'm1', relation: 'applicant', birthDate: '1986-05-14' },
		{ id: 'm2', relation: 'child', birthDate: '2014-02-03' },
		{ id: 'm3', relation: 'parent', birthDate: '1948-07-30' }
	],
	citizenship: 'two-year-permit-and-work',
	iseeCents: 1_234_567,
	assetsCents: null,
	home: { kind: 'hosted', netAreaDm2: 4_550, eviction: 'none', unhealthy: true }
});
const draftOf = (as: Actor) =>
	aCompleteDraft(
		database,
		notice.id,
		as,
		{ choices: [notice.dwellingIds[0]!], household, health: healthFacts('fewSteps', 'hearing') },
		NOW
	);

/** The form that sends, as the page shows it. */
async function declaring(as: Actor, draft: { readonly id: string; readonly revision: number }) {
	const person = await readOwnPerson(database.db, as.id);
	const seen = { revision: String(draft.revision), contact: String(person!.revision) };
	return { draft: draft.id, ...seen, declared: 'on' };
}

/** A request that was sent through the page. */
async function sent(as: Actor): Promise<string> {
	const id = await draftOf(as);
	const { revision } = (await openDraft(database.db, notice.id, as))!;
	const fields = await declaring(as, { id, revision });
	const answer = await post(checkActions.default, fields, { as, params: { notice: notice.id } });
	expect(answer).toEqual({ status: 303, location: `/my/requests/${id}/receipt` });
	return id;
}

/** The lines of the receipt of `household`, in this order. */
const lines = [
	'L’ha ricevuta Comune di Milano · Agenzia Sociale per la Locazione Metropolitana',
	'Domanda di Nadia Haddad',
	'L’avviso si chiude',
	'Tu nascita 14 maggio 1986',
	'Figlio o figlia nascita 3 febbraio 2014',
	'Genitore nascita 30 luglio 1948',
	'Da quando abiti a Milano, senza interruzioni 1 ottobre 2026',
	'La tua cittadinanza o il tuo permesso Permesso di almeno due anni, e lavoro',
	'Dove vivi adesso Ospite di parenti, amici o di un servizio',
	'Superficie della casa, senza balconi e cantine 45,50 m²',
	'La casa è stata dichiarata malsana da ATS? Sì',
	'ISEE della tua famiglia 12.345,67 €',
	'1ª scelta via Padova'
];

describe('the receipt', () => {
	it('says by question and person what was answered, who received it and when, before the proof', async () => {
		const as = await applicant();
		const id = await sent(as);
		const { data } = await read([receiptLoad], { as, params: { id } });
		const words = wordsOf(shown(ReceiptPage, data));
		let from = 0;
		for (const line of lines) {
			const at = words.indexOf(line, from);
			expect(at, `${line}\nin: ${words.slice(from)}`).toBeGreaterThanOrEqual(0);
			from = at + line.length;
		}
		const proof = words.indexOf('La prova', from);
		expect(proof).toBeGreaterThan(from);
		expect(words.slice(0, proof)).not.toMatch(/[{}]|two-year|fewSteps|null/);
		expect(words.slice(proof)).toContain(String(data['leaf']));
	});

	it('gives the text from which anybody computes its leaf again, to its owner only', async () => {
		const as = await applicant();
		const id = await sent(as);
		const { data } = await read([receiptLoad], { as, params: { id } });
		const answer = await getRow({ params: { id }, locals: { actor: as } } as never);
		expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="2026-\d{6}\.json"$/);
		expect(answer.headers.get('cache-control')).toBe('no-store');
		const bytes = Buffer.from(await answer.arrayBuffer());
		const leaf = createHash('sha256')
			.update(Buffer.from(String(data['salt']), 'hex'))
			.update(bytes)
			.digest('hex');
		expect(leaf).toBe(data['leaf']);
		const other = await applicant();
		expect((await read([receiptLoad], { as: other, params: { id } })).status).toBe(404);
		await expect(getRow({ params: { id }, locals: { actor: other } } as never)).rejects.toMatchObject({ status: 404 });
	});

	it('says that the answers about health were erased, and keeps the others', async () => {
		const as = await applicant();
		const id = await sent(as);
		const { db } = database;
		const { data_key_id } = await db
			.selectFrom('applications')
			.select('data_key_id')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		await db.updateTable('data_keys').set({ wrapped_key: null }).where('id', '=', data_key_id).execute();
		const { data } = await read([receiptLoad], { as, params: { id } });
		const words = wordsOf(shown(ReceiptPage, data));
		expect(words).toContain('Le risposte sulla salute e sui bisogni sono state cancellate.');
		expect(words).toContain('ISEE della tua famiglia 12.345,67 €');
		expect(words).not.toContain('Scarica il testo');
		await expect(getRow({ params: { id }, locals: { actor: as } } as never)).rejects.toMatchObject({ status: 404 });
	});
});

describe('withdrawing', () => {
	it('says what it does before, happens once, and lets the person apply again with the same answers', async () => {
		const as = await applicant();
		const id = await sent(as);
		const visit = { as, params: { id } };
		const before = wordsOf(shown(WithdrawPage, (await read([withdrawLoad], visit)).data));
		expect(before).toContain('La domanda è annullata. Non si può riprendere.');
		expect(before).toContain('Puoi farne un’altra, con le stesse risposte, fino a: lunedì 30 novembre 2026');
		for (let click = 0; click < 2; click += 1)
			expect(await post(withdrawActions.default, {}, visit)).toEqual({ status: 303, location: `/my/requests/${id}` });
		expect(wordsOf(shown(WithdrawPage, (await read([withdrawLoad], visit)).data))).not.toContain(
			'Non si può riprendere'
		);

		const after = wordsOf(shown(RequestPage, (await read([requestLoad], visit)).data));
		expect(after).toContain('Hai ritirato la domanda');
		expect(after).toContain('Fai un’altra domanda');
		const check = `/my/apply/${notice.id}/check`;
		for (let click = 0; click < 2; click += 1)
			expect(await post(requestActions.again, {}, visit)).toEqual({ status: 303, location: check });
		const draft = (await openDraft(database.db, notice.id, as))!;
		expect(draft.answers).toMatchObject({ members: household.members, choices: [notice.dwellingIds[0]] });
		expect(draft.answers.needs?.needs).toMatchObject({ fewSteps: true, hearing: true, walker: false });
		expect(await sentAgain(as, draft)).not.toBe(id);
	});

	it('after the closing says that no other request is possible, and offers none', async () => {
		const as = await applicant();
		const id = await sent(as);
		const visit = { as, params: { id } };
		servePages(database, CLOSED);
		const before = wordsOf(shown(WithdrawPage, (await read([withdrawLoad], visit)).data));
		expect(before).toContain('L’avviso è chiuso: per questo avviso non puoi farne un’altra.');
		await post(withdrawActions.default, {}, visit);
		const { data } = await read([requestLoad], visit);
		expect(wordsOf(shown(RequestPage, data))).not.toContain('Fai un’altra domanda');
		expect(await post(requestActions.again, {}, visit)).toMatchObject({ status: 409 });
	});

	it('is refused to a stranger, and a request that stands is not made again', async () => {
		const [as, other] = [await applicant(), await applicant()];
		const id = await sent(as);
		const strange = { as: other, params: { id } };
		expect((await read([withdrawLoad], strange)).status).toBe(404);
		expect((await post(withdrawActions.default, {}, strange)).status).toBe(404);
		expect((await post(requestActions.again, {}, strange)).status).toBe(404);
		expect((await post(requestActions.again, {}, { as, params: { id } })).status).toBe(409);
	});
});

async function sentAgain(as: Actor, draft: { readonly id: string; readonly revision: number }): Promise<string> {
	const fields = await declaring(as, draft);
	const { location } = await post(checkActions.default, fields, { as, params: { notice: notice.id } });
	return /^\/my\/requests\/(.+)\/receipt$/.exec(location!)![1]!;
}

describe('throwing a draft away', () => {
	it('says what goes, deletes it once, and leaves what was sent', async () => {
		const as = await applicant();
		const visit = { as, params: { notice: notice.id } };
		await draftOf(as);
		const page = async () => wordsOf(shown(DiscardPage, (await read([discardLoad], visit)).data));
		expect(await page()).toContain('Non si possono recuperare. Finché l’avviso è aperto puoi ricominciare da capo.');
		for (let click = 0; click < 2; click += 1)
			expect(await post(discardActions.default, {}, visit)).toEqual({ status: 303, location: '/my' });
		expect(await openDraft(database.db, notice.id, as)).toBeNull();
		expect(await page()).toContain('Per questo avviso non ci sono risposte salvate.');

		const id = await sent(as);
		expect(await post(discardActions.default, {}, visit)).toEqual({ status: 303, location: '/my' });
		expect((await read([receiptLoad], { as, params: { id } })).status).toBe(200);
	});

	it('is possible after the closing, and touches nobody else’s answers', async () => {
		const [as, other] = [await applicant(), await applicant()];
		await draftOf(as);
		await draftOf(other);
		servePages(database, CLOSED);
		await post(discardActions.default, {}, { as, params: { notice: notice.id } });
		expect(await openDraft(database.db, notice.id, as)).toBeNull();
		expect(await openDraft(database.db, notice.id, other)).not.toBeNull();
	});
});
