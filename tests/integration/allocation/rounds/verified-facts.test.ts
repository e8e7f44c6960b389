import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownRound } from '$lib/domain/allocation/own-files';
import { openSealedFiles } from '$lib/server/allocation/rounds/opened-round';
import { prepareRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findApplication } from '$lib/server/requests/applications/repository';
import { readOwnCheck } from '$lib/server/requests/verification/answer-service';
import { acceptFacts, correctFact, settleWithReason } from '$lib/server/requests/verification/check-service';
import { eachToRank } from '$lib/server/requests/verification/for-ranking';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { evicted, publishNext } from '../../../support/published-round';

/** One moment after the window for corrections of a version published at NOW. */
const AFTER = '2026-12-07T23:00:00.000Z';
const evidence = { how: 'register', source: 'Tribunale di prova', on: '2026-11-21' } as const;
const reason = 'Lo sfratto è stato annullato.';

let database: TestDatabase;
let officer: Actor, manager: Actor, applicant: Actor;
let noticeId: string, id: string;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
});
afterAll(() => database.close());
beforeEach(async () => {
	applicant = await anAccount(database, 'applicant');
	const applications = [
		{ pseudonym: 'A-1', choices: [1, 2], account: applicant, household: evicted() },
		{ pseudonym: 'A-2', choices: [1, 2], household: aHousehold({ municipalitySince: '2010-01-01' }) },
		{ pseudonym: 'A-3', choices: [1, 2] }
	];
	({ noticeId } = await aClosedNotice(database, { applications, corrections: 15 }));
	id = await idOf('A-1');
});

async function idOf(pseudonym: string) {
	const query = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	return (await query.where('pseudonym', '=', pseudonym).executeTakeFirstOrThrow()).id;
}

async function opening(now: string) {
	const request = (await findApplication(database.db, id))!;
	await database.transact((trx) => noteOpenedRequest(trx, request, '', officer, now));
}

async function correct(seen = 0, now = NOW) {
	await opening(now);
	const found = { id, fact: 'eviction', seen, value: 'none', evidence, reason } as const;
	expect(await database.transact((trx) => correctFact(trx, found, officer, now))).toEqual({ ok: true });
}

async function settle(act: 'not-proven' | 'reopened', fact: 'eviction' | 'unhealthy', seen: number) {
	await opening(NOW);
	const input = { id, act, fact, seen, reason } as const;
	expect(await database.transact((trx) => settleWithReason(trx, input, officer, NOW))).toEqual({ ok: true });
}

async function worked(now = NOW) {
	const out = await workOutRound(database.db, noticeId, now);
	if (!out.ok) throw new Error(out.problem);
	return out.worked;
}
/** The points by which a round ranks the household of these tests. */
const pointsIn = (input: string) =>
	Object.values(ownRound(input).applications.find((one) => one.id === 'A-1')!.keys!)[0]![0];
const verifiedPoints = async () => (await readOwnCheck(database.db, id, applicant))!.score.verified.total;

describe('the facts by which a round ranks', () => {
	test('the provisional version ranks by what was declared, whatever was found before', async () => {
		const before = await worked();
		await correct();
		const after = await worked();
		expect(after.kind).toBe('provisional');
		expect([after.inputHash, after.resultHash]).toEqual([before.inputHash, before.resultHash]);
	});

	test('the corrected and the final version rank by what was found, and the sealed one stays as it was', async () => {
		const provisional = await publishNext(database, noticeId, officer, manager);
		const sealed = (await openSealedFiles(database.db, provisional))!;
		const declared = pointsIn(sealed.input);
		expect(declared).toBe((await readOwnCheck(database.db, id, applicant))!.score.declared.total);
		expect(await workOutRound(database.db, noticeId, NOW)).toEqual({ ok: false, problem: 'nothing-changed' });
		await correct();
		const corrected = await worked();
		expect(corrected.kind).toBe('corrected');
		expect(pointsIn(corrected.input)).toBe(await verifiedPoints());
		expect(pointsIn(corrected.input)).not.toBe(declared);
		await publishNext(database, noticeId, officer, manager);
		const final = await worked(AFTER);
		expect(final.kind).toBe('final');
		expect(final.inputHash).toBe(corrected.inputHash);
		expect(await openSealedFiles(database.db, provisional)).toEqual(sealed);
	});

	test('a fact that is not proven gives no points; one whose check begins anew counts as declared again', async () => {
		const sealed = (await openSealedFiles(database.db, await publishNext(database, noticeId, officer, manager)))!;
		await settle('not-proven', 'unhealthy', 0);
		const { input } = await worked();
		expect(pointsIn(input)).toBe(await verifiedPoints());
		expect(pointsIn(input)).toBeLessThan(pointsIn(sealed.input)!);
		await settle('reopened', 'unhealthy', 1);
		expect(await workOutRound(database.db, noticeId, NOW)).toEqual({ ok: false, problem: 'nothing-changed' });
	});

	test('a fact found right changes nothing', async () => {
		await publishNext(database, noticeId, officer, manager);
		await opening(NOW);
		const input = { id, facts: [{ fact: 'eviction', seen: 0 }], evidence } as const;
		expect(await database.transact((trx) => acceptFacts(trx, input, officer, NOW))).toEqual({ ok: true });
		expect(await workOutRound(database.db, noticeId, NOW)).toEqual({ ok: false, problem: 'nothing-changed' });
	});

	test('a fact corrected while a version was worked out is not left out of it', async () => {
		await publishNext(database, noticeId, officer, manager);
		const final = await worked(AFTER);
		await correct(0, AFTER);
		const keep = () => database.transact((trx) => prepareRound(trx, final, officer, AFTER));
		expect(await keep()).toEqual({ ok: false, problem: 'changed-meanwhile' });
	});

	test('the acts of a whole turn of requests are read with one query', async () => {
		await correct();
		const asked: string[] = [];
		const counting = database.db.withPlugin({
			transformQuery: ({ node }) => {
				asked.push(JSON.stringify(node).includes('fact_checks') ? 'checks' : 'other');
				return node;
			},
			transformResult: async ({ result }) => result
		});
		const read: string[] = [];
		await eachToRank(counting, noticeId, 'verified', ({ pseudonym }) => read.push(pseudonym));
		expect(read).toEqual(['A-1', 'A-2', 'A-3']);
		expect(asked.filter((what) => what === 'checks')).toHaveLength(1);
	});
});
