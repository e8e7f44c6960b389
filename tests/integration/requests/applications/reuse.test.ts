import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '$lib/domain/application/answers';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { load as layoutLoad } from '../../../../src/routes/(applicant)/my/apply/[notice]/+layout.server';
import { load as indexLoad } from '../../../../src/routes/(applicant)/my/apply/[notice]/+page.server';
import { actions, load } from '../../../../src/routes/(applicant)/my/reuse/[notice]/+page.server';
import ReusePage from '../../../../src/routes/(applicant)/my/reuse/[notice]/+page.svelte';
import { actions as needs } from '../../../../src/routes/(applicant)/my/apply/[notice]/needs/+page.server';
import { actions as dwellings } from '../../../../src/routes/(applicant)/my/apply/[notice]/dwellings/+page.server';
import { applyPages } from '../../../support/apply-pages';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHousehold, healthFacts } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, read, servePages, shown, wordsOf } from '../../../support/pages';

const SENT = '2026-11-22T10:00:00.000Z';
/** The first notice is closed; the second, for which people are asked more, is open. */
const NOW = '2027-01-12T10:00:00.000Z';
let database: TestDatabase;
let first: Awaited<ReturnType<typeof anOpenNotice>>;
let second: Awaited<ReturnType<typeof anOpenNotice>>;
beforeAll(async () => {
	database = await openTestDatabase();
	first = await anOpenNotice(database, [6300]);
	const later = { opensOn: '2027-01-10', closesOn: '2027-02-10', ruleSetId: 'temporary-2026' };
	second = await anOpenNotice(database, [6300], later, '2027-01-05T08:00:00.000Z');
});
beforeEach(() => servePages(database, NOW));
afterAll(() => database.close());

const household = aHousehold({
	members: [
		{ id: 'm1', relation: 'applicant', birthDate: '1986-05-14' },
		{ id: 'm2', relation: 'child', birthDate: '2014-01-03' },
		{ id: 'm3', relation: 'parent', birthDate: '1948-07-30' }
	],
	iseeCents: 1_234_567,
	home: { kind: 'hosted', netAreaDm2: 4_550, eviction: 'none', unhealthy: true }
});

/** An applicant whose request under the first notice was sent before it closed. */
async function anEarlierApplicant() {
	const as: Actor = await anActor(database.db, 'applicant', 'Nadia Haddad');
	const answers = { choices: [first.dwellingIds[0]!], household, health: healthFacts('walker') };
	const draftId = await aCompleteDraft(database, first.id, as, answers, SENT);
	const input = { noticeId: first.id, draftId };
	const sent = await database.transact((trx) => submitApplication(trx, input, as, SENT));
	if (!sent.ok) throw new Error(sent.problem);
	const visit = { as, params: { notice: second.id } };
	const saved = async (): Promise<Answers | undefined> => (await openDraft(database.db, second.id, as))?.answers;
	return { as, id: sent.id, visit, saved, begin: () => post(actions.default, { request: sent.id }, visit) };
}

const requestsOf = (as: Actor) =>
	database.db.selectFrom('applications').select('id').where('account_id', '=', as.id).execute();

describe('a household that applies at a second notice', () => {
	it('reads its answers with where they come from, and what to look at again, before anything is written', async () => {
		const { as, visit, saved } = await anEarlierApplicant();
		const household = wordsOf(await applyPages(as, second.id).html('household'));
		expect(household).toContain('Leggi le risposte di prima');
		const words = wordsOf(shown(ReusePage, (await read([load], visit)).data));
		expect(words).toMatch(/domanda 2026-\d{6}, inviata 22 novembre 2026/);
		expect(words).toContain('Figlio o figlia Da rivedere: qualcuno ha compiuto gli anni. nascita 3 gennaio 2014');
		expect(words).toContain('ISEE della tua famiglia Da rivedere: è di un altro anno. 12.345,67 €');
		expect(words).toContain('Dove vivi adesso Ospite di parenti, amici o di un servizio');
		expect(words).toContain('Questo avviso chiede anche');
		expect(words).not.toContain('scelta via Padova');
		expect(await saved()).toBeUndefined();
	});

	it('confirms page by page; nothing is sent, and a second click begins nothing anew', async () => {
		const { as, visit, begin, saved } = await anEarlierApplicant();
		const to = { status: 303, location: `/my/apply/${second.id}` };
		expect(await Promise.all([begin(), begin()])).toEqual([to, to]);
		const pages = applyPages(as, second.id);
		expect((await read([layoutLoad, indexLoad], visit)).location).toBe(`${to.location}/household`);
		expect(await pages.words('household')).toContain('Figlio o figlia, nascita 3 gennaio 2014');
		expect(await pages.words('check')).toContain('Prima completa');
		expect(await pages.send('household', {}, 'next')).toMatchObject({ status: 303 });
		expect((await read([layoutLoad, indexLoad], visit)).location).toBe(`${to.location}/residence`);
		expect(await begin()).toEqual(to);
		expect((await saved())?.carried?.people).toBeUndefined();
		expect((await saved())?.carried?.from.protocol).toMatch(/^2026-/);
		expect(await pages.html('home')).toMatch(/name="netArea"[^>]*value="45,50"|value="45,50"[^>]*name="netArea"/);
		expect(await requestsOf(as)).toHaveLength(1);
	});

	it('keeps what is carried sealed', async () => {
		const { begin, as } = await anEarlierApplicant();
		await begin();
		const row = await database.db
			.selectFrom('application_drafts')
			.select('answers_sealed')
			.where('account_id', '=', as.id)
			.executeTakeFirstOrThrow();
		expect(row.answers_sealed).not.toMatch(/walker|1986|carried/);
	});

	it('confirms its needs and chooses homes of this notice', async () => {
		const { begin, visit, saved } = await anEarlierApplicant();
		await begin();
		expect((await saved())?.carried?.needs?.needs.walker).toBe(true);
		expect(await saved()).not.toHaveProperty('choices');
		await post(needs.default, { moving: ['fewSteps'] }, visit);
		expect((await saved())?.carried).not.toHaveProperty('needs');
		expect((await saved())?.needs?.needs).toMatchObject({ fewSteps: true, walker: false });
		await post(dwellings.default, { [`place-${second.dwellingIds[0]}`]: '1' }, visit);
		expect((await saved())?.choices).toEqual([second.dwellingIds[0]]);
	});

	it('uses a request that was withdrawn, and only its own', async () => {
		const { as, id, begin, saved } = await anEarlierApplicant();
		const other = await anEarlierApplicant();
		expect((await post(actions.default, { request: id }, other.visit)).status).toBe(404);
		for (const odd of ['none', '', `${id}\0`, 'x'.repeat(10_000)])
			expect((await post(actions.default, { request: odd }, other.visit)).status).toBe(404);
		expect(await other.saved()).toBeUndefined();
		await database.transact((trx) => withdrawApplication(trx, id, as, SENT));
		expect((await begin()).status).toBe(303);
		expect((await saved())?.members).toEqual(household.members);
	});

	it('is asked anew about health where its answers were erased', async () => {
		const { id, begin, saved, visit } = await anEarlierApplicant();
		const { db } = database;
		const { data_key_id } = await db
			.selectFrom('applications')
			.select('data_key_id')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		await begin();
		expect((await saved())?.carried?.needs).toBeDefined();
		await db.updateTable('data_keys').set({ wrapped_key: null }).where('id', '=', data_key_id).execute();
		await db.deleteFrom('application_drafts').where('account_id', '=', visit.as.id).execute();
		const { data } = await read([load], visit);
		const words = wordsOf(shown(ReusePage, data));
		expect(words).not.toContain('Deambulatore');
		expect(words).toContain('12.345,67 €');
	});

	it('after the closing begins nothing', async () => {
		const { begin, visit } = await anEarlierApplicant();
		servePages(database, '2027-02-20T10:00:00.000Z');
		expect((await begin()).status).toBe(409);
		expect((await read([load], visit)).location).toBe(`/my/apply/${second.id}/household`);
	});
});

it('a first request is begun from blank', async () => {
	const as = await anActor(database.db, 'applicant', 'Omar Rossi');
	const visit = { as, params: { notice: second.id } };
	expect(await applyPages(as, second.id).words('household')).not.toContain('Leggi le risposte di prima');
	expect((await read([load], visit)).location).toBe(`/my/apply/${second.id}/household`);
});
