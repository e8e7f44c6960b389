import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { columns, type StoredMessage } from './repository';

const unposted = (db: Kysely<Database>, runId: string) =>
	db.selectFrom('messages').where('run_id', '=', runId).where('posted_at', 'is', null);

/** Puts these letters into a run; those that another officer took meanwhile, or posted, stay as they are. */
export async function putIntoRun(
	trx: Transaction<Database>,
	ids: readonly string[],
	run: { readonly id: string; readonly by: string; readonly at: string }
): Promise<number> {
	if (ids.length === 0) return 0;
	const rows = await trx
		.updateTable('messages')
		.set({ run_id: run.id, run_at: run.at, run_by: run.by })
		.where('id', 'in', ids)
		.where('channel', '=', 'paper')
		.where('posted_at', 'is', null)
		.where('run_id', 'is', null)
		.returning('id')
		.execute();
	return rows.length;
}

/** The runs with letters that are not posted, with who prints them; the oldest first. */
export async function listRuns(db: Kysely<Database>) {
	const rows = await db
		.selectFrom('messages')
		.innerJoin('accounts', 'accounts.id', 'messages.run_by')
		.select(['messages.run_id as id', 'messages.run_at as at', 'messages.run_by as byId', 'accounts.name as by'])
		.select((eb) => eb.fn.countAll<number>().as('letters'))
		.where('messages.run_id', 'is not', null)
		.where('messages.posted_at', 'is', null)
		.groupBy(['messages.run_id', 'messages.run_at', 'messages.run_by', 'accounts.name'])
		.orderBy('messages.run_at')
		.orderBy('messages.run_id')
		.execute();
	return rows.map(({ id, at, byId, letters, by }) => ({
		...{ id: id!, at: at!, byId: byId!, by },
		letters: Number(letters)
	}));
}

/** The letters of a run that are not posted. */
export async function listRun(db: Kysely<Database>, runId: string): Promise<StoredMessage[]> {
	return unposted(db, runId).select(columns).orderBy('id').execute();
}

/** As `listRun`, locked until the transaction ends. */
export async function lockRun(trx: Transaction<Database>, runId: string): Promise<StoredMessage[]> {
	return trx
		.updateTable('messages')
		.set((eb) => ({ run_id: eb.ref('run_id') }))
		.where('run_id', '=', runId)
		.where('posted_at', 'is', null)
		.returning(columns)
		.execute();
}

/** Who prints a run, and when it was prepared; undefined where all of it is posted or put back. */
export async function findRun(db: Kysely<Database>, runId: string) {
	const found = await unposted(db, runId).select(['run_by as byId', 'run_at as at']).limit(1).executeTakeFirst();
	return found && { byId: found.byId!, at: found.at! };
}

export async function giveRun(trx: Transaction<Database>, runId: string, by: string): Promise<void> {
	await trx
		.updateTable('messages')
		.set({ run_by: by })
		.where('run_id', '=', runId)
		.where('posted_at', 'is', null)
		.execute();
}

/** Letters go back to those that wait. */
export async function takeOutOfRun(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await trx.updateTable('messages').set({ run_id: null, run_at: null, run_by: null }).where('id', 'in', ids).execute();
}
