import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { flushAudit } from '$lib/server/platform/audit/chain';
import { firstWins } from './first-wins';
import { openPostgres } from './postgres';
import type { Database } from '$lib/server/schema';
import { TwoConnectionsDialect } from './sqlite-driver';
import { noStrayQueries, runInTransaction } from './transaction';

export type DatabaseKind = 'sqlite' | 'postgres';

export type AppDatabase = {
	readonly kind: DatabaseKind;
	/** For reads outside a transaction; throws inside one, where it would hang or read the past. */
	readonly db: Kysely<Database>;
	/**
	 * The only way to write: all of `work` or nothing, with its audit entries chained at the end. When somebody was faster
	 * `work` runs a second time and finds what they wrote (firstWins), so it changes nothing outside the transaction.
	 */
	transact<Result>(work: (trx: Transaction<Database>) => Promise<Result>): Promise<Result>;
	close(): Promise<void>;
};

/**
 * Opens `sqlite:FILE` (or `sqlite::memory:`) or `postgres://…`. `onError` is called for connections lost while idle.
 */
export function createDatabase(url: string, onError: (error: Error) => void = () => {}): AppDatabase {
	const kind: DatabaseKind = url.startsWith('sqlite:') ? 'sqlite' : 'postgres';
	const dialect =
		kind === 'sqlite'
			? new TwoConnectionsDialect(url.slice('sqlite:'.length))
			: new PostgresDialect({ pool: openPostgres(url, onError) });
	const raw = new Kysely<Database>({ dialect });
	return {
		kind,
		db: raw.withPlugin(noStrayQueries),
		transact: (work) => firstWins(() => raw.transaction().execute((trx) => runInTransaction(trx, work, flushAudit))),
		close: () => raw.destroy()
	};
}
