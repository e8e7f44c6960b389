import { expect } from 'vitest';
import { approveRound, prepareRound, publishRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aClosedNotice, anAccount, NOW } from './builders/closed-notice';
import { aHousehold } from './builders/household';
import type { TestDatabase } from './database';

/** Prepares, approves and publishes the next version of a notice's round. Returns its id. */
export async function publishNext(database: TestDatabase, noticeId: string, officer: Actor, manager: Actor, now = NOW) {
	const out = await workOutRound(database.db, noticeId, now);
	if (!out.ok) throw new Error(out.problem);
	const kept = await database.transact((trx) => prepareRound(trx, out.worked, officer, now));
	if (!kept.ok) throw new Error(kept.problem);
	expect(await database.transact((trx) => approveRound(trx, kept.id, manager, now))).toEqual({ ok: true });
	expect(await database.transact((trx) => publishRound(trx, kept.id, manager, now))).toEqual({ ok: true });
	return kept.id;
}

/**
 * A published round of two dwellings and three households that all want the first. A-1 has most points; the draw
 * decides between the other two.
 */
export async function aPublishedRound(database: TestDatabase) {
	const officer = await anAccount(database, 'officer', 'Ottavia Ufficio');
	const manager = await anAccount(database, 'manager');
	const applicant = await anAccount(database, 'applicant');
	const notice = await aClosedNotice(database, {
		applications: [
			{ pseudonym: 'A-1', choices: [1, 2], account: applicant, household: evicted() },
			{ pseudonym: 'A-2', choices: [1, 2] },
			{ pseudonym: 'A-3', choices: [1, 2] }
		]
	});
	const roundId = await publishNext(database, notice.noticeId, officer, manager);
	return { ...notice, roundId, officer, manager, applicant };
}

/** More points than any other household of these tests. */
export function evicted() {
	return aHousehold({ home: { kind: 'rented', netAreaDm2: 6000, eviction: 'enforceable', unhealthy: true } });
}
