import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pointsSinceFinal } from '$lib/server/allocation/rounds/points-since-final';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findApplication } from '$lib/server/requests/applications/repository';
import { correctFact } from '$lib/server/requests/verification/check-service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

let database: TestDatabase;
let officer: Actor, manager: Actor, applicant: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
	applicant = await anAccount(database, 'applicant');
});
afterAll(() => database.close());

async function aNotice(corrections: number) {
	const applications = ['A-1', 'A-2'].map((pseudonym) => ({ pseudonym, choices: [1] }));
	const { noticeId } = await aClosedNotice(database, { applications, corrections });
	const query = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	const { id } = await query.where('pseudonym', '=', 'A-2').executeTakeFirstOrThrow();
	await publishNext(database, noticeId, officer, manager);
	return { noticeId, id };
}

/** An officer finds an eviction that gives points. */
async function correct(id: string) {
	await database.transact(async (trx) => noteOpenedRequest(trx, (await findApplication(trx, id))!, '', officer, NOW));
	const evidence = { how: 'document', source: 'Convalida', on: '2026-11-21' } as const;
	const found = { id, fact: 'eviction', seen: 0, value: 'enforceable', evidence, reason: 'Lo sfratto c’è.' } as const;
	expect(await database.transact((trx) => correctFact(trx, found, officer, NOW))).toEqual({ ok: true });
}

describe('the households whose points changed after the final ranking', () => {
	test('are none before it, and none where nothing was corrected', async () => {
		const provisional = await aNotice(15);
		await correct(provisional.id);
		expect(await pointsSinceFinal(database.db, provisional.noticeId, officer)).toBeNull();
		const { noticeId } = await aNotice(0);
		expect(await pointsSinceFinal(database.db, noticeId, officer)).toEqual([]);
		expect(await pointsSinceFinal(database.db, noticeId, applicant)).toBeNull();
	});

	test('are listed with both points, and keep their places', async () => {
		const { noticeId, id } = await aNotice(0);
		await correct(id);
		const list = await readChecklist(database.db, id, officer, NOW);
		if (!list || list === 'closed') throw new Error('closed');
		const { declared, verified } = list.score;
		expect(verified.total).toBeGreaterThan(declared.total);
		expect(await pointsSinceFinal(database.db, noticeId, officer)).toEqual([
			{ id, pseudonym: 'A-2', ranked: declared.total, verified: verified.total }
		]);
		expect(await workOutRound(database.db, noticeId, NOW)).toEqual({ ok: false, problem: 'nothing-changed' });
	});
});
