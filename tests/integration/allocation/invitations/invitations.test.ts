import '../../../support/settings';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { invitedHomes } from '$lib/server/allocation/invitations/invited-homes';
import { readAccessibleReport } from '$lib/server/allocation/invitations/report-service';
import { findHouseholdsToTell, inviteHouseholds } from '$lib/server/allocation/invitations/service';
import { aCompleteDraft } from '../../../support/builders/application';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHouseholdOf, healthFacts } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

const OPEN = '2026-12-20T22:59:59.999Z';
const CLOSED = '2026-12-21T08:00:00.000Z';
const accessible = ['wheelchair', 'reduced-mobility'];
/** Everything that a wheelchair asks of a flat and of its building; 58 m2 suit three or four persons. */
const flat = {
	...{ floor: 0, rooms: 3, flat_door_mm: 900, inner_door_mm: 800, threshold_mm: 0, corridor_mm: 1100 },
	...{ turning_mm: 1500, wc_side_mm: 1000, wc_front_mm: 800, shower_floor_level: 1 }
};

let database: TestDatabase;
let officer: Actor;
let wheelchair: Actor;
let walker: Actor;
beforeEach(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	wheelchair = await anAccount(database, 'applicant', 'Ada');
	walker = await anAccount(database, 'applicant', 'Bea');
	await database.db.updateTable('accounts').set({ locale: 'en' }).where('id', '=', walker.id).execute();
});
afterEach(() => database.close());

const three = aHouseholdOf(3);
/** Dwellings 1 and 2 are accessible; only who has no need listed the first, and nobody the second. */
const world = (closesAt = OPEN) =>
	aClosedNotice(database, {
		closesAt,
		beacon: closesAt === OPEN ? null : 'beac07',
		building: { step_free_entrance: 1, entrance_door_mm: 900, lift: 0 },
		dwellings: [
			{ setAside: accessible, row: flat },
			{ setAside: accessible, row: { ...flat, floor: 0, net_area_dm2: 6_000 } },
			{}
		],
		applications: [
			{ pseudonym: 'A-0', choices: [1], household: three },
			{
				pseudonym: 'A-1',
				choices: [3],
				household: three,
				health: healthFacts('wheelchairIndoors'),
				account: wheelchair
			},
			{ pseudonym: 'A-2', choices: [3], household: three, health: healthFacts('walker'), account: walker },
			{ pseudonym: 'A-3', choices: [3], household: three, health: healthFacts('fewSteps') },
			{ pseudonym: 'A-4', choices: [3], household: three, health: healthFacts('hearing') }
		]
	});
const report = (noticeId: string, by = officer, at = NOW) => readAccessibleReport(database.db, noticeId, by, at);
async function invite(noticeId: string, by = officer, at = NOW) {
	const found = await findHouseholdsToTell(database.db, noticeId, by, at);
	return found.ok
		? database.transact((trx) => inviteHouseholds(trx, { noticeId, households: found.households }, by, at))
		: found;
}
const mails = () => database.db.selectFrom('outbox').selectAll().orderBy('id').execute();
const homes = (noticeId: string, by: Actor, at = NOW) => invitedHomes(database.db, noticeId, by, at);
const applicationOf = ({ id }: Actor) =>
	database.db.selectFrom('applications').selectAll().where('account_id', '=', id).executeTakeFirstOrThrow();

describe('the report', () => {
	test('says whom each accessible dwelling would reach, and for how many others it is right: never who', async () => {
		const { noticeId, dwellingIds } = await world();
		const found = (await report(noticeId))!;
		expect(found).toMatchObject({
			dwellings: [
				{ dwelling: { id: dwellingIds[0] }, goesTo: 'without-need', didNotList: 3, told: 0 },
				{ dwelling: { id: dwellingIds[1] }, goesTo: 'nobody', didNotList: 3, told: 0 }
			],
			letters: 2,
			withoutAccount: 1,
			told: 0
		});
		expect(JSON.stringify(found)).not.toMatch(/A-\d|Ada|Bea|walker|fewSteps/);
		expect(JSON.stringify(found)).not.toContain((await applicationOf(walker)).id);
	});

	test('is for officers and managers, and of a notice that was opened', async () => {
		const { noticeId } = await world();
		for (const role of ['auditor', 'programme', 'administrator', 'caseworker', 'applicant'] as const)
			expect(await report(noticeId, await anAccount(database, role))).toBeNull();
		expect(await report(noticeId, await anAccount(database, 'manager'))).not.toBeNull();
		expect(await report('nowhere')).toBeNull();
		await database.db.deleteFrom('notice_events').where('notice_id', '=', noticeId).execute();
		expect(await report(noticeId)).toBeNull();
	});

	test('is still read once the notice is closed, until a round is public', async () => {
		const { noticeId } = await world('2026-11-21T22:59:59.999Z');
		expect(await report(noticeId)).toMatchObject({ notice: { phase: 'closed' }, dwellings: [{}, {}] });
		await publishNext(database, noticeId, officer, await anAccount(database, 'manager'));
		expect(await report(noticeId)).toMatchObject({ dwellings: null, letters: 0 });
	});
});

describe('an invitation', () => {
	test('is one letter a household, in its language, of homes and of nothing else', async () => {
		const { noticeId } = await world();
		expect(await invite(noticeId)).toEqual({ ok: true, letters: 2 });
		const [first, second] = (await mails()).sort((a) => (a.subject.startsWith('Un') ? -1 : 1));
		const { id, protocol } = await applicationOf(wheelchair);
		expect(first).toMatchObject({
			recipient: `${wheelchair.id}@chiavi.example`,
			subject: `Un messaggio sulla tua domanda ${protocol}`
		});
		expect(first!.body).toContain('- Via Hermada 2, piano terra, 58 m²\n- Via Hermada 2, piano terra, 60 m²');
		expect(first!.body).toContain(`/my/requests/${id}`);
		expect(first!.body).toContain('20/12/2026');
		expect(second!.subject).toMatch(/^A message about your request/);
		expect(second!.body).toContain('- Via Hermada 2, ground floor, 58 m²');
		expect(second!.body).toContain('/en/my/requests/');
		for (const { subject, body } of [first!, second!])
			expect(`${subject} ${body}`).not.toMatch(
				/disab|accessib|rotelle|wheelchair|walker|handicap|need|bisogn|dwelling-/i
			);
	});

	test('made twice, or by two at once, is made once', async () => {
		const { noticeId } = await world();
		const found = await findHouseholdsToTell(database.db, noticeId, officer, NOW);
		if (!found.ok) throw new Error(found.problem);
		const again = () =>
			database.transact((trx) => inviteHouseholds(trx, { noticeId, households: found.households }, officer, NOW));
		const letters = (await Promise.all([again(), again()])).map((one) => one.ok && one.letters);
		expect(letters.sort()).toEqual([0, 2]);
		expect(await again()).toEqual({ ok: true, letters: 0 });
		expect(await invite(noticeId)).toEqual({ ok: true, letters: 0 });
		expect(await mails()).toHaveLength(2);
		expect(await report(noticeId)).toMatchObject({
			dwellings: [{ told: 2 }, { told: 2 }],
			letters: 0,
			withoutAccount: 1,
			told: 2
		});
		const rows = await database.db.selectFrom('invitations').selectAll().execute();
		const copy = { ...rows[0]!, id: 'copy' };
		await expect(database.transact((trx) => trx.insertInto('invitations').values(copy).execute())).rejects.toThrow();
	});

	test('says in plain neither in its table nor in the log for whom it is', async () => {
		const { noticeId } = await world();
		await invite(noticeId);
		const rows = await database.db.selectFrom('invitations').selectAll().execute();
		const entries = await database.db.selectFrom('audit_entries').selectAll().execute();
		expect(entries.map(({ event, subject_id }) => [event, subject_id])).toEqual([['invitations_sent', noticeId]]);
		expect(JSON.parse(entries[0]!.detail!)).toEqual({ dwellings: 2 });
		const told = JSON.stringify([rows, entries]);
		for (const actor of [wheelchair, walker]) {
			const { id, pseudonym, protocol } = await applicationOf(actor);
			for (const name of [actor.id, id, pseudonym, protocol]) expect(told).not.toContain(name);
		}
	});

	test('is not made to who withdrew meanwhile, nor by another role, nor once the notice is closed', async () => {
		const { noticeId } = await world();
		const found = await findHouseholdsToTell(database.db, noticeId, officer, NOW);
		if (!found.ok) throw new Error(found.problem);
		const { households } = found;
		const auditor = await anAccount(database, 'auditor');
		const send = (by: Actor, at: string) =>
			database.transact((trx) => inviteHouseholds(trx, { noticeId, households }, by, at));
		expect(await send(auditor, NOW)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await invite(noticeId, auditor)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await send(officer, CLOSED)).toEqual({ ok: false, problem: 'notice-closed' });
		expect(await invite(noticeId, officer, CLOSED)).toEqual({ ok: false, problem: 'notice-closed' });
		expect(await invite('nowhere')).toEqual({ ok: false, problem: 'unknown-notice' });
		expect(await mails()).toEqual([]);
		const { id } = await applicationOf(walker);
		await database.transact((trx) => withdrawApplication(trx, id, walker, NOW));
		expect(await send(officer, NOW)).toEqual({ ok: true, letters: 1 });
	});
});

describe('who was invited', () => {
	test('sees the homes, with their fit, on the own request; nobody else does, nor anybody after closing', async () => {
		const { noticeId, dwellingIds } = await world();
		expect(await homes(noticeId, wheelchair)).toEqual([]);
		await invite(noticeId);
		const seen = await homes(noticeId, wheelchair);
		expect(seen).toMatchObject([
			{ id: dwellingIds[0], netAreaDm2: 5_800, fit: { verdict: 'suits' } },
			{ id: dwellingIds[1], netAreaDm2: 6_000 }
		]);
		expect(await homes(noticeId, await anAccount(database, 'applicant'))).toEqual([]);
		expect(await homes(noticeId, wheelchair, CLOSED)).toEqual([]);
	});

	test('sees them still after withdrawing, until they are in the new list, and is not told of them again', async () => {
		const { noticeId, dwellingIds } = await world();
		const { id, data_key_id } = await applicationOf(wheelchair);
		await database.db.updateTable('accounts').set({ data_key_id }).where('id', '=', wheelchair.id).execute();
		await invite(noticeId);
		await database.transact((trx) => withdrawApplication(trx, id, wheelchair, NOW));
		expect(await homes(noticeId, wheelchair)).toMatchObject([{ fit: null }, { fit: null }]);
		const answers = { choices: [dwellingIds[1]!], household: three, health: healthFacts('wheelchairIndoors') };
		const draftId = await aCompleteDraft(database, noticeId, wheelchair, answers, NOW);
		expect(await homes(noticeId, wheelchair)).toMatchObject([{ id: dwellingIds[0], fit: { verdict: 'suits' } }]);
		const input = { noticeId, draftId };
		await database.transact((trx) => submitApplication(trx, input, wheelchair, NOW));
		expect(await report(noticeId)).toMatchObject({ dwellings: [{ didNotList: 3, told: 2 }, { goesTo: 'needs' }] });
		expect(await invite(noticeId)).toEqual({ ok: true, letters: 0 });
		expect(await homes(noticeId, wheelchair)).toMatchObject([{ id: dwellingIds[0] }]);
	});
});
