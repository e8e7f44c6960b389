import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { goingKinds } from '$lib/domain/retention/retention-times';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import { readCounts } from './counts';
import { listDue } from './due-repository';
import { remove } from './remove';
import * as repository from './repository';

/** Records of one transaction. */
const BATCH = 200;

/**
 * Removes what two persons agreed to, in batches: each is whole or did not happen, and the next process goes on where one was
 * killed. What is kept since the list was made, as by a new tenancy, stays.
 */
export async function carryOutRetention({ transact }: Pick<AppDatabase, 'transact'>, now: Instant): Promise<void> {
	while (await transact((trx) => nextBatch(trx, now)));
}

/** Answers whether there may be more. */
async function nextBatch(trx: Transaction<Database>, now: Instant): Promise<boolean> {
	const run = await repository.lockConfirmed(trx);
	if (!run) return false;
	const gone = readCounts(run.gone);
	for (const kind of goingKinds) {
		const ids = await listDue(trx, kind, run.proposedAt, BATCH);
		if (ids.length === 0) continue;
		await remove[kind](trx, ids, now);
		await repository.setGone(trx, run.id, JSON.stringify({ ...gone, [kind]: gone[kind] + ids.length }));
		return true;
	}
	await repository.finish(trx, run.id, now);
	const subject = { type: 'retention_run', id: run.id } as const;
	record(trx, { event: 'retention_done', by: system, subject, detail: gone, at: now });
	return false;
}
