import pg from 'pg';

/** Connections a process keeps; several processes share one server. */
const POOL_SIZE = 10;

/** A pool that gives up instead of hanging when the network or the server is gone. */
export function openPostgres(url: string, onError: (error: Error) => void): pg.Pool {
	const types: pg.CustomTypesConfig = {
		// Counts come as 64-bit integers, in text: ours all fit a number.
		getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
			oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
	};
	const pool = new pg.Pool({
		connectionString: url,
		max: POOL_SIZE,
		types,
		connectionTimeoutMillis: 3_000,
		query_timeout: 30_000,
		statement_timeout: 30_000,
		idle_in_transaction_session_timeout: 30_000
	});
	pool.on('error', onError);
	// The pool hears idle connections only: one that is lost between two queries of a transaction would end the process.
	pool.on('connect', (client) => client.on('error', onError));
	return pool;
}
