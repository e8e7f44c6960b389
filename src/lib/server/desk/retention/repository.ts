import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { RetentionRunsTable } from './table';

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('retention_runs as run')
		.innerJoin('accounts as proposer', 'proposer.id', 'run.proposed_by')
		.leftJoin('accounts as decider', 'decider.id', 'run.decided_by')
		.select(['run.id', 'run.shown', 'run.gone', 'run.outcome', 'run.proposed_by as proposedById'])
		.select(['run.proposed_at as proposedAt', 'run.decided_at as decidedAt', 'run.finished_at as finishedAt'])
		.select(['proposer.name as proposedBy', 'decider.name as decidedBy']);

/** The list that waits or is being carried out. */
export const findOpen = (db: Kysely<Database>) => select(db).where('run.slot', '=', 1).executeTakeFirst();

/** Lists that have ended, the newest first. */
export const listEnded = (db: Kysely<Database>, limit: number) =>
	select(db).where('run.slot', 'is', null).orderBy('run.id', 'desc').limit(limit).execute();

export async function insertRun(trx: Transaction<Database>, row: Insertable<RetentionRunsTable>): Promise<void> {
	await trx.insertInto('retention_runs').values(row).execute();
}

/** Decides about a list that waits; false where somebody was faster. */
export async function decide(
	trx: Transaction<Database>,
	id: string,
	{ outcome, by, at }: { readonly outcome: 'confirmed' | 'withdrawn'; readonly by: string; readonly at: string }
): Promise<boolean> {
	const decided = await trx
		.updateTable('retention_runs')
		.set({ outcome, decided_by: by, decided_at: at, ...(outcome === 'withdrawn' && { slot: null }) })
		.where('id', '=', id)
		.where('outcome', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return decided !== undefined;
}

/** The list that is agreed to, locked until the transaction ends: one process at a time removes. */
export const lockConfirmed = (trx: Transaction<Database>) =>
	trx
		.updateTable('retention_runs')
		.set({ slot: 1 })
		.where('slot', '=', 1)
		.where('outcome', '=', 'confirmed')
		.returning(['id', 'gone', 'proposed_at as proposedAt'])
		.executeTakeFirst();

export async function setGone(trx: Transaction<Database>, id: string, gone: string): Promise<void> {
	await trx.updateTable('retention_runs').set({ gone }).where('id', '=', id).execute();
}

export async function finish(trx: Transaction<Database>, id: string, at: string): Promise<void> {
	await trx.updateTable('retention_runs').set({ slot: null, finished_at: at }).where('id', '=', id).execute();
}
