import '../../../support/settings';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lifetimes } from '$lib/server/platform/auth/lifetimes';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { isOutage } from '$lib/server/platform/db/outage';
import { noteOutage, whyNotReady } from '$lib/server/platform/health/service';
import { newId } from '$lib/server/ids';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { startPostgres, type PostgresServer } from '../../../support/postgres-server';

const AT = '2026-11-22T10:00:00.000Z';
const isSqlite = process.env['TEST_DATABASE'] !== 'postgres';

const write = (database: AppDatabase, name = 'a') =>
	database.transact((trx) =>
		trx.insertInto('organisations').values({ id: newId(), kind: 'owner', name, created_at: AT }).execute()
	);
const reason = (work: Promise<unknown>): Promise<unknown> =>
	work.then(
		() => 'it went well',
		(error: unknown) => error
	);
const outage = expect.toSatisfy(isOutage);

describe.runIf(isSqlite)('SQLite', () => {
	let database: TestDatabase;
	let other: SQLite.Database;
	beforeEach(async () => {
		database = await openTestDatabase();
		other = new SQLite(database.url.replace('sqlite:', ''));
	});
	afterEach(async () => {
		other.close();
		await database.close();
	});
	const names = async () =>
		(await database.db.selectFrom('organisations').select('name').execute()).map(({ name }) => name);

	it('locked by another process: reads go on, every write is told before the lock ends, later ones are kept', async () => {
		await write(database, 'before');
		other.exec('begin immediate');
		const waiting = [write(database), write(database), write(database)].map(reason);
		expect(await names()).toEqual(['before']);
		expect(await Promise.all(waiting)).toEqual([outage, outage, outage]);
		other.exec('rollback');
		await write(database, 'after');
		expect(await names()).toEqual(['before', 'after']);
	});

	it('locked by another process: a session that is due to be extended is read before a write gives up', async () => {
		const sessions = openSessions(database);
		const id = await sessions.start(await anAccount(database, { role: 'applicant' }), 'password-only');
		vi.useFakeTimers({ toFake: ['Date'] });
		vi.setSystemTime(Date.now() + lifetimes.home.idle * 900);
		other.exec('begin immediate');
		const order: string[] = [];
		const wrote = reason(write(database)).then(() => order.push('write'));
		expect(await sessions.read(id)).not.toBeNull();
		order.push('session');
		vi.useRealTimers();
		await wrote;
		other.exec('rollback');
		expect(order).toEqual(['session', 'write']);
	});

	it('says that it is not ready as soon as somebody was told, and for a while after a part of it failed', async () => {
		const problem = () => whyNotReady(database, database.url);
		expect(await problem()).toBeUndefined();
		other.exec('begin immediate');
		noteOutage(await reason(write(database)));
		expect(await problem()).toBeDefined();
		other.exec('rollback');
		noteOutage(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' }));
		expect(await problem()).toBeDefined();
	});

	it('reads what is committed while a transaction of this process is open', async () => {
		let goOn = () => {};
		const isOpen = new Promise<void>((opened) => {
			const name = 'open';
			const work = database.transact(async (trx) => {
				await trx.insertInto('organisations').values({ id: newId(), kind: 'owner', name, created_at: AT }).execute();
				opened();
				await new Promise<void>((resolve) => (goOn = resolve));
			});
			work.catch(() => {});
		});
		await isOpen;
		expect(await names()).toEqual([]);
		goOn();
		await expect.poll(names).toEqual(['open']);
	});

	it('full: the cause is named, nothing of the transaction is kept, and it heals when there is room', async () => {
		const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
		await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(database.db);
		const big = 'x'.repeat(200_000);
		expect(await reason(write(database, big))).toMatchObject({ code: 'SQLITE_FULL' });
		expect(await names()).toEqual([]);
		await sql`pragma max_page_count = 1000000`.execute(database.db);
		await write(database, 'room');
		expect(await names()).toEqual(['room']);
	});
});

describe.runIf(!isSqlite)('PostgreSQL', () => {
	let server: PostgresServer;
	let database: AppDatabase;
	beforeEach(async () => {
		server = await startPostgres();
		database = createDatabase(server.url);
		await sql`create table organisations (id text, kind text, name text, created_at text)`.execute(database.db);
	});
	afterEach(async () => {
		await database.close();
		await server.stop();
	});
	const heals = () => expect.poll(() => reason(write(database)), { timeout: 20_000 }).not.toBeInstanceOf(Error);

	it('frozen: reads, writes and transactions under way are told, and so are more than the pool holds', async () => {
		await Promise.all(Array.from({ length: 8 }, () => write(database)));
		let thaw = () => {};
		const inTheMiddle = database.transact(async (trx) => {
			await sql`select 1`.execute(trx);
			thaw = await server.freeze();
			await sql`select 1`.execute(trx);
		});
		expect(await reason(inTheMiddle)).toEqual(outage);
		const all = Array.from({ length: 30 }, () => [write(database), sql`select 1`.execute(database.db)]).flat();
		expect(new Set((await Promise.all(all.map(reason))).map(isOutage))).toEqual(new Set([true]));
		thaw();
		await heals();
	});

	it('a statement that is only slow goes on', async () => {
		await sql`select pg_sleep(3)`.execute(database.db);
	});

	it('restarted: what it ends is told with its true cause, what it had acknowledged is there', async () => {
		await write(database, 'kept');
		const cut = database.transact(async (trx) => {
			await sql`select 1`.execute(trx);
			await server.restart(async () => {
				expect(await reason(write(database))).toMatchObject({ code: 'ECONNREFUSED' });
				expect(isOutage(await reason(write(database)))).toBe(true);
			});
			await sql`select 1`.execute(trx);
		});
		expect(await reason(cut)).toMatchObject({ code: '57P01' });
		await heals();
		const rows = await database.db.selectFrom('organisations').select('name').where('name', '=', 'kept').execute();
		expect(rows).toHaveLength(1);
	});

	it('a row locked by another: the waiting write is told, not held for as long as the lock', async () => {
		await write(database, 'mine');
		const lock = (work: () => Promise<unknown>) =>
			database.transact(async (trx) => {
				await sql`select * from organisations where name = 'mine' for update`.execute(trx);
				await work();
			});
		let waited: unknown;
		await lock(async () => {
			waited = await reason(lock(async () => {}));
		});
		expect(waited).toMatchObject({ code: '55P03' });
		expect(isOutage(waited)).toBe(true);
	});
});
