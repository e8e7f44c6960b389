import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseRound } from '$lib/domain/allocation/reading/parse-round';
import { verifyResult } from '$lib/domain/allocation/verify-result';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { readBoard } from '$lib/server/letting/offers/read-offers';
import { refuseOffer, withdrawOffer } from '$lib/server/letting/offers/service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { previewNext } from '$lib/server/allocation/rounds/preview-next';
import { readRanking, readVersion } from '$lib/server/allocation/rounds/read-rankings';
import { readPlaces } from '$lib/server/allocation/rounds/read-places';
import { listRounds, readPublicFile } from '$lib/server/allocation/rounds/repository';
import { prepareRound } from '$lib/server/allocation/rounds/service';
import { sha256 } from '$lib/server/allocation/rounds/signature';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { anOpenRuleSet } from '../../../support/builders/open-rule-set';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound, evicted, publishNext } from '../../../support/published-round';

/** Fifteen days after NOW, to the last moment of the day in Milan, and one moment more. */
const WINDOW = '2026-12-07T22:59:59.999Z';
const AFTER = '2026-12-07T23:00:00.000Z';

let database: TestDatabase;
let second: AppDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
	second = createDatabase(database.url);
});
afterAll(async () => {
	await second.close();
	await database.close();
});

const three = ['A-1', 'A-2', 'A-3'].map((pseudonym) => ({ pseudonym, choices: [1, 2] }));

async function aNoticeWithCorrections() {
	const officer = await anAccount(database, 'officer', 'Ottavia Ufficio');
	const manager = await anAccount(database, 'manager');
	const notice = await aClosedNotice(database, { applications: three, corrections: 15, rules: anOpenRuleSet() });
	return { ...notice, officer, manager };
}

describe('provisional, corrected, final', () => {
	test('each with its hashes and its difference to the one before; homes are offered from a final one only', async () => {
		const { noticeId, officer, manager } = await aNoticeWithCorrections();
		const offer = (roundId: string, now: string) =>
			database.transact((trx) => makeOffers(trx, { roundId }, officer, now));
		const provisional = await publishNext(database, noticeId, officer, manager);
		expect(await offer(provisional, NOW)).toEqual({ ok: false, problem: 'not-final' });
		expect(await readPlaces(database.db, noticeId, 'A-1')).toMatchObject({
			kind: 'provisional',
			correctionsUntil: WINDOW
		});
		expect(await workOutRound(database.db, noticeId, WINDOW)).toEqual({ ok: false, problem: 'nothing-changed' });
		const [first] = (await readRanking(database.db, noticeId, { page: 1, homes: 1, pseudonym: '' }))!.open!.rows;
		await database.db
			.updateTable('applications')
			.set({ ended_at: NOW })
			.where('notice_id', '=', noticeId)
			.where('pseudonym', '=', first!.pseudonym)
			.execute();
		await publishNext(database, noticeId, officer, manager, WINDOW);
		const final = await publishNext(database, noticeId, officer, manager, AFTER);
		expect((await listRounds(database.db, noticeId)).map(({ kind }) => kind)).toEqual([
			'final',
			'corrected',
			'provisional'
		]);
		const corrected = (await readVersion(database.db, noticeId, 2, 1))!;
		expect(corrected.before).toEqual({ version: 1, kind: 'provisional' });
		expect(corrected.open!.changes!.rows).toContainEqual(
			expect.objectContaining({ application: first!.pseudonym, gone: true })
		);
		expect((await readVersion(database.db, noticeId, 3, 1))!.open!.changes!.count).toBe(0);
		expect(await offer(final, AFTER)).toMatchObject({ ok: true, made: 2 });
	});

	test('twenty tries of two persons over two connections keep one version, and every loser is told who and when', async () => {
		const { noticeId, officer, manager } = await aNoticeWithCorrections();
		const out = await workOutRound(database.db, noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		const tries = Array.from({ length: 20 }, (_, index) => {
			const [by, connection] = index % 2 === 0 ? [officer, database] : [manager, second];
			return connection.transact((trx) => prepareRound(trx, out.worked, by, NOW));
		});
		const answers = await Promise.all(tries);
		const versions = await listRounds(database.db, noticeId);
		expect(versions).toHaveLength(1);
		const winner = versions[0]!.preparedBy === officer.id ? officer : manager;
		expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
		for (const answer of answers.filter(({ ok }) => !ok))
			expect(answer).toEqual({ ok: false, problem: 'prepared-meanwhile', who: winner.name, at: NOW });
	});
});

describe('after the final version', () => {
	let world: Awaited<ReturnType<typeof aPublishedRound>>;
	let offerId: string;
	beforeEach(async () => {
		world = await aPublishedRound(database);
		await database.transact((trx) => makeOffers(trx, { roundId: world.roundId }, world.officer, NOW));
		const { id } = await database.db
			.selectFrom('offers')
			.innerJoin('applications', 'applications.id', 'offers.application_id')
			.select('offers.id')
			.where('applications.pseudonym', '=', 'A-1')
			.where('offers.notice_id', '=', world.noticeId)
			.executeTakeFirstOrThrow();
		offerId = id;
	});
	const refuse = () => database.transact((trx) => refuseOffer(trx, offerId, 'other', world.applicant, NOW));

	test('what is applied is what was shown, else nothing is', async () => {
		await refuse();
		const preview = await previewNext(database.db, world.noticeId, NOW);
		if (!preview.ok) throw new Error(preview.problem);
		expect(preview.chains).toMatchObject([
			{ vacancy: { application: 'A-1', dwelling: world.dwellingIds[0], how: 'left' }, moves: [{}, { from: null }] }
		]);
		const ended = { ended_at: NOW };
		const { id } = await database.db
			.selectFrom('applications')
			.select('id')
			.where('notice_id', '=', world.noticeId)
			.where('pseudonym', '=', 'A-2')
			.executeTakeFirstOrThrow();
		await database.db.updateTable('applications').set(ended).where('id', '=', id).execute();
		const out = await workOutRound(database.db, world.noticeId, NOW);
		if (!out.ok) throw new Error(out.problem);
		const keep = (shown: string) =>
			database.transact((trx) => prepareRound(trx, out.worked, world.officer, NOW, shown));
		expect(await keep(preview.shown)).toEqual({ ok: false, problem: 'changed-meanwhile' });
		expect(await listRounds(database.db, world.noticeId)).toHaveLength(1);
		expect(await keep(out.worked.resultHash)).toMatchObject({ ok: true });
	});

	test('a refusal that the rules accept keeps the household in: it displaces nobody and is offered the next vacancy', async () => {
		const { noticeId, dwellingIds } = await aClosedNotice(database, {
			applications: [
				{ pseudonym: 'A-1', choices: [1, 2], account: world.applicant, household: evicted() },
				{ pseudonym: 'A-2', choices: [2, 1] },
				{ pseudonym: 'A-3', choices: [1] }
			],
			rules: anOpenRuleSet({ scoring: { eviction: { ...agency2026.scoring.eviction!, ground: 'none' } } })
		});
		const offerNext = async () => {
			const roundId = await publishNext(database, noticeId, world.officer, world.manager);
			await database.transact((trx) => makeOffers(trx, { roundId }, world.officer, NOW));
			const live = await database.db
				.selectFrom('offers')
				.innerJoin('applications', 'applications.id', 'offers.application_id')
				.select(['offers.id', 'offers.dwelling_id as dwellingId', 'applications.pseudonym'])
				.where('offers.notice_id', '=', noticeId)
				.where('offers.released_at', 'is', null)
				.execute();
			return new Map(live.map((offer) => [offer.pseudonym, offer]));
		};
		const waiting = async () => (await readBoard(database.db, noticeId, 1, world.officer, NOW))!.counts.departures;
		const first = await offerNext();
		const own = first.get('A-1')!.id;
		await database.transact((trx) => refuseOffer(trx, own, 'needs', world.applicant, NOW));
		expect(await waiting()).toBe(1);
		const refused = await previewNext(database.db, noticeId, NOW);
		expect(refused).toMatchObject({
			chains: [{ vacancy: { application: 'A-1', how: 'refused' }, moves: [{ application: 'A-3' }] }]
		});
		// A-1 has more points than A-2, who keeps the second home all the same.
		const next = await offerNext();
		expect([...next.keys()].sort()).toEqual(['A-2', 'A-3']);
		expect(await waiting()).toBe(0);
		expect((await readPlaces(database.db, noticeId, 'A-1'))?.wishes).toMatchObject([{ because: 'kept' }]);
		const back = { id: next.get('A-2')!.id, reason: 'Verifica', dueToHousehold: true };
		await database.transact((trx) => withdrawOffer(trx, back, world.officer, NOW));
		expect(await waiting()).toBe(1);
		expect((await offerNext()).get('A-1')).toMatchObject({ dwellingId: dwellingIds[1] });
		const file = (await readPublicFile(database.db, noticeId, 3))!;
		const parsed = parseRound(new TextEncoder().encode(file.projection!));
		if (!parsed.ok) throw new Error('the published file is not readable');
		const result = new TextEncoder().encode(file.publicResult!);
		expect(verifyResult(parsed.round, sha256(file.projection!), result)).toEqual({ same: true });
	});

	test('an exclusion takes a notice of rejection, its ten days, and no live offer; then the ranking moves on', async () => {
		const reason = 'Alloggio adeguato di proprietà';
		const notify = (by = world.officer, pseudonym = 'A-1') =>
			database.transact((trx) => notifyRejection(trx, { noticeId: world.noticeId, pseudonym, reason }, by, NOW));
		const sent = await notify();
		if (!sent.ok) throw new Error(sent.problem);
		expect(await notify()).toEqual(sent);
		const deadline = '2026-12-02T22:59:59.999Z';
		expect(await notify(world.manager)).toEqual({
			ok: false,
			problem: 'open-already',
			who: 'Ottavia Ufficio',
			at: NOW,
			deadline
		});
		expect(await notify(world.officer, 'A-9')).toEqual({ ok: false, problem: 'unknown-request' });
		expect(await notify(world.applicant)).toEqual({ ok: false, problem: 'not-allowed' });
		const decide = (now: string, by = world.officer) =>
			database.transact((trx) => decideRejection(trx, { id: sent.id, outcome: 'excluded' }, by, now));
		expect(await decide(deadline)).toEqual({ ok: false, problem: 'too-early', deadline });
		const later = '2026-12-02T23:00:00.000Z';
		expect(await decide(later)).toEqual({ ok: false, problem: 'has-offer' });
		const back = { id: offerId, reason: 'Verifica', dueToHousehold: true };
		await database.transact((trx) => withdrawOffer(trx, back, world.officer, NOW));
		expect(await decide(later)).toEqual({ ok: true });
		expect(await decide(later)).toEqual({ ok: true });
		expect(await decide(later, world.manager)).toMatchObject({ problem: 'closed-already', who: 'Ottavia Ufficio' });
		const preview = await previewNext(database.db, world.noticeId, NOW);
		expect(preview).toMatchObject({ ok: true, chains: [{ vacancy: { application: 'A-1', how: 'left' } }] });
	});
});
