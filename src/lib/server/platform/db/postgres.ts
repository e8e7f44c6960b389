import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { isOutage } from './outage';
import { watchServer, type Answered } from './watch-server';

/** Connections a process keeps; several processes share one server. */
const POOL_SIZE = 10;

const types: pg.CustomTypesConfig = {
	// Counts come as 64-bit integers, in text: ours all fit a number.
	getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
		oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
};

const settings: pg.PoolConfig = {
	max: POOL_SIZE,
	types,
	connectionTimeoutMillis: 2_000,
	// A long statement of the staff may take its time. Nobody waits as long for another's lock.
	query_timeout: 30_000,
	statement_timeout: 30_000,
	lock_timeout: 2_000,
	idle_in_transaction_session_timeout: 30_000
};

/** A pool that gives up instead of hanging when the network or the server is gone, or hangs itself. */
export function openPostgres(url: string, onError: (error: Error) => void): PostgresPool {
	const pool = new pg.Pool({ connectionString: url, ...settings });
	const lost = new WeakMap<pg.PoolClient, Error>();
	pool.on('error', onError);
	// The pool hears idle connections only: one that is lost between two queries of a transaction would end the process.
	pool.on('connect', (client) =>
		client.on('error', (error) => {
			// The first one names the cause, a later one only that the connection is closed.
			if (!lost.has(client)) lost.set(client, error);
			onError(error);
		})
	);
	const server = watchServer(url);
	return {
		async connect() {
			const client = await server.answered(
				() => pool.connect(),
				(late) => late.release()
			);
			return watched(client, server.answered, () => lost.get(client));
		},
		async end() {
			server.stop();
			await pool.end();
		}
	};
}

/**
 * A client of the pool that keeps its first failure: what is asked of it later, the rollback for one, fails alike and does
 * not hide the cause. It does not return to the pool.
 */
function watched(client: pg.PoolClient, answered: Answered, lost: () => Error | undefined): PostgresPoolClient {
	let broken: Error | undefined;
	const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
		if (broken) throw broken;
		try {
			return await answered(() => client.query(text, [...values]));
		} catch (error) {
			const cause = lost() ?? error;
			if (isOutage(cause) && !isUsableAfter(cause)) broken = cause as Error;
			throw cause;
		}
	};
	return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(broken) };
}

/** A statement that the server itself ended, of a connection that goes on. */
const isUsableAfter = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity === 'ERROR';
