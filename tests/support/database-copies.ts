import { copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import { newId } from '$lib/server/ids';

/** New databases, made by copying others: migrating takes longer than most tests. Each is named by its address. */
export type DatabaseCopies = {
	/** A new, migrated database. */
	fresh(): Promise<string>;
	/** A copy of a database that nobody has open. */
	copyOf(url: string): Promise<string>;
	remove(url: string): Promise<void>;
};

/** SQLite files in the system's temporary folder. */
export function sqliteCopies(): DatabaseCopies {
	const fileOf = (url: string) => url.slice('sqlite:'.length);
	const remove = (url: string) => {
		for (const end of ['', '-wal', '-shm']) rmSync(fileOf(url) + end, { force: true });
	};
	const newUrl = () => `sqlite:${join(tmpdir(), `chiavi_test_${nameOfNew()}.db`)}`;
	const copyOf = (url: string) => {
		const copy = newUrl();
		copyFileSync(fileOf(url), fileOf(copy));
		return copy;
	};
	const migrated = once(async () => {
		const url = newUrl();
		process.once('exit', () => remove(url));
		return migrate(url);
	});
	return {
		fresh: async () => copyOf(await migrated()),
		copyOf: async (url) => copyOf(url),
		remove: async (url) => remove(url)
	};
}

/** Databases of one PostgreSQL server. */
export function postgresCopies(server: string): DatabaseCopies {
	const nameOf = (url: string) => new URL(url).pathname.slice(1);
	const make = async (more = '') => {
		const name = `chiavi_test_${nameOfNew()}`;
		await onServer(server, `create database ${name} ${more}`);
		return Object.assign(new URL(server), { pathname: `/${name}` }).href;
	};
	const copyOf = (url: string) => make(`template ${nameOf(url)}`);
	const migrated = once(async () => migrate(await make()));
	const remove = (url: string) => onServer(server, `drop database ${nameOf(url)} with (force)`);
	return { fresh: async () => copyOf(await migrated()), copyOf, remove };
}

const nameOfNew = () => newId().replaceAll('-', '');

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
	let made: Promise<Result> | undefined;
	return () => (made ??= make());
}

async function migrate(url: string): Promise<string> {
	const { db, close } = createDatabase(url);
	await migrateToLatest(db);
	await close();
	return url;
}

async function onServer(server: string, statement: string): Promise<void> {
	const client = new pg.Client(server);
	await client.connect();
	await client.query(statement).finally(() => client.end());
}

/** A test need not survive a power cut. tests/integration/platform/db/conformance.test.ts shows that the portal writes to disk. */
export async function writeFast({ kind, db }: AppDatabase): Promise<void> {
	if (kind === 'sqlite') await sql`pragma synchronous = off`.execute(db);
}
