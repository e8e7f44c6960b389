import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type AppDatabase } from '$lib/server/db/database';
import { migrateToLatest } from '$lib/server/db/migrate';
import { newId } from '$lib/server/ids';

export type TestDatabase = AppDatabase & { readonly url: string };

/** A fresh, migrated database of the kind under test: an SQLite file, or a database of the PostgreSQL server. */
export async function openTestDatabase(): Promise<TestDatabase> {
	const name = `chiavi_test_${newId().replaceAll('-', '')}`;
	return process.env['TEST_DATABASE'] === 'postgres' ? openOnPostgres(name) : openOnSqlite(name);
}

async function openOnSqlite(name: string): Promise<TestDatabase> {
	const file = join(tmpdir(), `${name}.db`);
	return migrated(`sqlite:${file}`, async () => {
		for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
	});
}

async function openOnPostgres(name: string): Promise<TestDatabase> {
	const server = inject('postgresUrl');
	await onServer(server, `create database ${name}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	return migrated(url.href, () => onServer(server, `drop database ${name} with (force)`));
}

async function migrated(url: string, remove: () => Promise<void>): Promise<TestDatabase> {
	const opened = createDatabase(url);
	await migrateToLatest(opened.db);
	return {
		...opened,
		url,
		close: async () => {
			await opened.close();
			await remove();
		}
	};
}

async function onServer(url: string, statement: string): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
