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
	// A test need not survive a power cut. tests/integration/platform/db/conformance.test.ts shows that the portal writes to disk.
	await sql`pragma synchronous = off`.execute(database.db);
	return database;
}

async function openOnPostgres(name: string): Promise<TestDatabase> {
	const server = inject('postgresUrl');
	const template = await (migratedDatabase ??= migrateOnServer(server));
	await onServer(server, `create database ${name} template ${template}`);
	return opened(urlOf(server, name), () => onServer(server, `drop database ${name} with (force)`));
}

/** Migrated once for all test files that share this process, then copied: migrating takes longer than most tests. */
let migratedFile: Promise<string> | undefined;
let migratedDatabase: Promise<string> | undefined;

async function migrateFile(): Promise<string> {
	const file = join(tmpdir(), `chiavi_migrated_${newId().replaceAll('-', '')}.db`);
	await migrate(`sqlite:${file}`);
	process.once('exit', () => removeFile(file));
	return file;
}

async function migrateOnServer(server: string): Promise<string> {
	const name = `chiavi_migrated_${newId().replaceAll('-', '')}`;
	await onServer(server, `create database ${name}`);
	await migrate(urlOf(server, name));
	return name;
}

function urlOf(server: string, database: string): string {
	return Object.assign(new URL(server), { pathname: `/${database}` }).href;
}

async function onServer(server: string, statement: string): Promise<void> {
	const client = new pg.Client(server);
	await client.connect();
	await client.query(statement).finally(() => client.end());
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
