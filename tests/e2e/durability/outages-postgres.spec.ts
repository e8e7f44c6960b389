import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { expectHealed, expectNoReading, expectOutage, expectReading } from '../../support/outages/expectations';
import { startLoad } from '../../support/outages/load';
import { startHeard, type HeardPortal } from '../../support/outages/portal';
import { startPostgres, type PostgresServer } from '../../support/postgres-server';
import { expect, test } from '../../support/portal';
import { loadWorld } from '../../support/world';

// One server for all: each test leaves it healed, and looks only at what it wrote itself.
test.describe.configure({ mode: 'default' });

let server: PostgresServer;
let portal: HeardPortal;
test.beforeAll(async () => {
	server = await startPostgres();
	await loadWorld(server.url);
});
test.afterAll(() => server.stop());
test.afterEach(() => portal.stop());

/** Which of the codes the database does not hold. */
async function lost(codes: readonly string[]): Promise<string[]> {
	const client = new pg.Client(server.url);
	await client.connect();
	const { rows } = await client
		.query<{ code: string }>('select code from buildings where code = any($1)', [codes])
		.finally(() => client.end());
	const kept = new Set(rows.map(({ code }) => code));
	return codes.filter((code) => !kept.has(code));
}

test('the database server is down: told in seconds, heals', async () => {
	portal = await startHeard(server.url);
	await server.restart(async () => {
		await expectOutage(portal, 'PostgreSQL: down', /ECONNREFUSED|57P01/);
		await expectNoReading(portal.person);
	});
	expect(await lost([await expectHealed(portal)])).toEqual([]);
});

test('the database server is frozen: told in seconds, heals', async () => {
	portal = await startHeard(server.url);
	const thaw = await server.freeze();
	await expectOutage(portal, 'PostgreSQL: frozen', /gave no answer to a new connection/);
	await expectNoReading(portal.person);
	thaw();
	expect(await lost([await expectHealed(portal)])).toEqual([]);
});

test('the database server is restarted under load: the process lives, nothing acknowledged is lost', async () => {
	portal = await startHeard(server.url);
	const load = startLoad(portal.person);
	await load.more(10);
	await server.restart(() => expectOutage(portal, 'PostgreSQL: restarted under load', /57P01|ECONNREFUSED/));
	await load.more(10);
	await load.end();
	expect([...load.statuses].toSorted()).toEqual([303, 503]);
	expect(await lost([...load.acknowledged, await expectHealed(portal)])).toEqual([]);
});

test('connections cut under load: the process lives, nothing acknowledged is lost', async () => {
	portal = await startHeard(server.url);
	const load = startLoad(portal.person);
	const client = new pg.Client(server.url);
	await client.connect();
	for (let cut = 0; cut < 10; cut += 1) {
		await load.more(2);
		await client.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
	}
	await client.end();
	await load.end();
	for (const status of load.statuses) expect([303, 503]).toContain(status);
	expect(portal.log()).toContain('57P01');
	expect(await lost([...load.acknowledged, await expectHealed(portal)])).toEqual([]);
});

test('the portal is stopped until the database server ends its transactions: it lives, nothing acknowledged is lost', async () => {
	portal = await startHeard(`${server.url}?idle_in_transaction_session_timeout=300`);
	const load = startLoad(portal.person);
	const stopAndGoOn = async () => {
		await load.more(3);
		process.kill(portal.pid, 'SIGSTOP');
		await pause(800);
		process.kill(portal.pid, 'SIGCONT');
		return portal.log();
	};
	await expect.poll(stopAndGoOn, { timeout: 120_000 }).toContain('25P03');
	await load.end();
	for (const status of load.statuses) expect([303, 503]).toContain(status);
	expect(load.statuses).toContain(503);
	expect(await lost([...load.acknowledged, await expectHealed(portal)])).toEqual([]);
});

test('a lock held by another process: told in seconds, reads go on, heals', async () => {
	portal = await startHeard(server.url);
	const other = new pg.Client(server.url);
	await other.connect();
	const { rows } = await other.query<{ all: string }>(
		`select string_agg(quote_ident(tablename), ', ') as all from pg_tables where schemaname = 'public'`
	);
	await other.query(`begin; lock table ${rows[0]!.all} in exclusive mode`);
	await expectOutage(portal, 'PostgreSQL: lock held by another process', /55P03/);
	await expectReading(portal.person);
	await other.query('rollback');
	await other.end();
	expect(await lost([await expectHealed(portal)])).toEqual([]);
});
