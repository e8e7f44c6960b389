import type { Transaction } from 'kysely';
import type { AppDatabase, DatabaseKind } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';

/** The most people whom one transaction tells, so that nobody waits long for the database. */
export const BATCH = 100;

type Turns = {
	/** The oldest act of which not everybody is told. */
	readonly next: (db: AppDatabase['db']) => Promise<{ readonly id: string } | undefined>;
	/** Tells the next batch of it, and writes how far it is; null where another process is telling it. */
	readonly tellBatch: (trx: Transaction<Database>, kind: DatabaseKind, id: string) => Promise<number | null>;
};

/**
 * Tells people of one act after another, a batch in a transaction. How far the messages are is written with each batch, so that
 * a process that dies, or a second one, tells nobody twice. Returns how many people were told.
 */
export async function tellInTurns({ db, kind, transact }: AppDatabase, { next, tellBatch }: Turns): Promise<number> {
	let told = 0;
	for (let act = await next(db); act; act = await next(db)) {
		const { id } = act;
		const batch = await transact((trx) => tellBatch(trx, kind, id));
		// The other process goes on, or the next turn does.
		if (batch === null) break;
		told += batch;
	}
	return told;
}
