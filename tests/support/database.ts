import { copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import { newId } from '$lib/server/ids';

export type TestDatabase = AppDatabase & { readonly url: string };

/** A new, migrated database of the kind under test: an SQLite file, or a database of the PostgreSQL server. */
export async function openTestDatabase(): Promise<TestDatabase> {
	const name = `chiavi_test_${newId().replaceAll('-', '')}`;
	return process.env['TEST_DATABASE'] === 'postgres' ? openOnPostgres(name) : openOnSqlite(name);
}

async function openOnSqlite(name: string): Promise<TestDatabase> {
	const file = join(tmpdir(), `${name}.db`);
	copyFileSync(await (migratedFile ??= migrateFile()), file);
	const database = opened(`sqlite:${file}`, async () => removeFile(file));
	// A test need not outlive a power cut: waiting for the disk was a quarter of its time. The portal waits (db/conformance.test.ts).
	await sql`pragma synchronous = off`.execute(database.db);
	return database;
}

async function openOnPostgres(name: string): Promise<TestDatabase> {
	const kept = emptied.pop() ?? (await migrateOnServer(inject('postgresUrl'), name));
	return opened(kept.url, async () => {
		await kept.client.query(EMPTY);
		emptied.push(kept);
	});
}

/** Migrated once for all files that share this process, then copied: migrating takes longer than most tests. */
let migratedFile: Promise<string> | undefined;

/**
 * Databases on the server that a test has closed, emptied for the next: copying one takes a fifth of a second. Each keeps the
 * connection that empties it, which has read by then what the tables are: a new one takes a tenth of a second.
 */
const emptied: { readonly url: string; readonly client: pg.Client }[] = [];
/** As after the last migration: its triggers, which refuse to forget what was audited, do not see this. */
const EMPTY = `
	set session_replication_role = replica;
	do $$
	declare name text;
	begin
		for name in select tablename from pg_tables where schemaname = 'public' and tablename !~ '^(kysely_|audit_head$)' loop
			execute format('delete from %I', name);
		end loop;
		update audit_head set seq = 0, hash = repeat('0', 64);
	end $$`;

async function migrateFile(): Promise<string> {
	const file = join(tmpdir(), `chiavi_migrated_${newId().replaceAll('-', '')}.db`);
	await migrate(`sqlite:${file}`);
	process.once('exit', () => removeFile(file));
	return file;
}

async function migrateOnServer(server: string, name: string): Promise<{ url: string; client: pg.Client }> {
	const first = await connected(server);
	await first.query(`create database ${name}`);
	await first.end();
	const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
	await migrate(url);
	return { url, client: await connected(url) };
}

async function connected(url: string): Promise<pg.Client> {
	const client = new pg.Client(url);
	await client.connect();
	return client;
}

async function migrate(url: string): Promise<void> {
	const { db, close } = createDatabase(url);
	await migrateToLatest(db);
	await close();
}

function opened(url: string, remove: () => Promise<void>): TestDatabase {
	const database = createDatabase(url);
	return {
		...database,
		url,
		close: async () => {
			await database.close();
			await remove();
		}
	};
}

function removeFile(file: string): void {
	for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}
