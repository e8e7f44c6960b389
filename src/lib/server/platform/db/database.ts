import { Kysely, PostgresDialect, type Dialect, type Transaction } from 'kysely';
import { refuseErased } from '$lib/server/platform/accounts/hold-account';
import type { AuditEntry } from '$lib/server/platform/audit/entry';
import { flushAudit } from '$lib/server/platform/audit/chain';
import { firstWins } from './first-wins';
import { openPostgres } from './postgres';
import { orUndo, undoRefused } from './undo-refused';
import type { Database } from '$lib/server/schema';
import { TwoConnectionsDialect } from './sqlite-driver';
import { noStrayQueries, runInTransaction } from './transaction';

export type DatabaseKind = 'sqlite' | 'postgres';

export type AppDatabase = {
	readonly kind: DatabaseKind;
	/** For reads outside a transaction; throws inside one, where it would hang or read the past. */
	readonly db: Kysely<Database>;
	/**
	 * The only way to write: all of `work` or nothing, with its audit entries chained at the end. What answers `ok: false`
	 * was refused, so nothing of it is kept. When somebody was faster `work` runs a second time and finds what they wrote
	 * (firstWins), so it changes nothing outside the transaction.
	 */
	transact<Result>(work: (trx: Transaction<Database>) => Promise<Result>): Promise<Result>;
	close(): Promise<void>;
};

/**
 * Opens `sqlite:FILE` (or `sqlite::memory:`) or `postgres://…`. `onError` is called for connections lost while idle.
 */
export function createDatabase(url: string, onError: (error: Error) => void = () => {}): AppDatabase {
	return databaseOver(dialectOf(url, onError));
}

/** How the database behind `url` is spoken to. */
export function dialectOf(url: string, onError: (error: Error) => void): { kind: DatabaseKind; dialect: Dialect } {
	return url.startsWith('sqlite:')
		? { kind: 'sqlite', dialect: new TwoConnectionsDialect(url.slice('sqlite:'.length)) }
		: { kind: 'postgres', dialect: new PostgresDialect({ pool: openPostgres(url, onError) }) };
}

/** The last statements of each transaction that acts. */
async function atTheEnd(trx: Transaction<Database>, entries: readonly AuditEntry[]): Promise<void> {
	await refuseErased(trx, entries);
	await flushAudit(trx, entries);
}

/** The database that a dialect speaks to. */
export function databaseOver({ kind, dialect }: { kind: DatabaseKind; dialect: Dialect }): AppDatabase {
	const raw = new Kysely<Database>({ dialect });
	return {
		kind,
		db: raw.withPlugin(noStrayQueries),
		transact: (work) =>
			firstWins(() =>
				undoRefused(() =>
					raw.transaction().execute((trx) => runInTransaction(trx, async () => orUndo(await work(trx)), atTheEnd))
				)
			),
		close: () => raw.destroy()
	};
}
