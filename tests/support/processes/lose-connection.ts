import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import { createDatabase } from '$lib/server/platform/db/database';
import { isOutage } from '$lib/server/platform/db/outage';
import type { Database } from '$lib/server/schema';

// Loses the connection of an open transaction in the way that is named, then one that idles in the pool, as a process of its
// own: `lose-connection URL WAY`. Prints what the caller of the transaction got and whether the next query is served.
// lost-connection.test.ts reads it.

const LONG_ENOUGH_MS = 600;
const [url = '', way = ''] = process.argv.slice(2);

/** The sockets between the portal and the server, which the network can reset. */
const sockets: Socket[] = [];

/** A way to the server that the network can cut. */
async function throughProxy(): Promise<string> {
	const to = new URL(url);
	const proxy = createServer((near) => {
		const far = connect(Number(to.port), to.hostname);
		for (const socket of [near, far]) socket.on('error', () => {});
		near.pipe(far).pipe(near);
		sockets.push(near);
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	return Object.assign(new URL(url), { port: String((proxy.address() as { port: number }).port) }).href;
}

async function end(pid: number): Promise<void> {
	const operator = new pg.Client(url);
	await operator.connect();
	await operator.query('select pg_terminate_backend($1)', [pid]);
	await operator.end();
}

type Lose = (trx: Transaction<Database>, pid: number) => Promise<unknown>;

/** Each leaves the client checked out: between two statements, or in the middle of one. */
const ways: Record<string, Lose> = {
	'ended-by-operator': async (_, pid) => end(pid),
	'idle-for-too-long': (trx) => sql`set idle_in_transaction_session_timeout = 100`.execute(trx),
	'reset-by-network': async () => sockets.forEach((socket) => socket.resetAndDestroy()),
	'in-a-statement': async (trx, pid) => {
		const slow = sql`select pg_sleep(20)`.execute(trx).catch(() => {});
		await end(pid);
		await slow;
	}
};

const database = createDatabase(way === 'reset-by-network' ? await throughProxy() : url);
const error = await database
	.transact(async (trx) => {
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
		await ways[way]!(trx, rows[0]!.pid);
		await pause(LONG_ENOUGH_MS);
		await sql`select 1`.execute(trx);
	})
	.catch((reason: unknown) => reason);
// The next query has another connection, which goes back to the pool and is lost there.
const idle = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.db);
await end(idle.rows[0]!.pid);
await pause(LONG_ENOUGH_MS);
const next = await sql<{ one: number }>`select 1 as one`.execute(database.db);
const code = error instanceof Error && 'code' in error ? error.code : String(error);
process.stdout.write(JSON.stringify({ code, outage: isOutage(error), next: next.rows[0]?.one }));
process.exit(0);
