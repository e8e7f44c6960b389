import SQLite from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { makePrivate } from './private-file';

/** Older releases can corrupt a database when a checkpoint and a write race (the WAL-reset defect). */
const OLDEST_SQLITE = [3, 51, 3];

/** Opens the file, in write-ahead mode, durable at every commit, with foreign keys. */
export function openSqlite(file: string): SQLite.Database {
	if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
	if (file !== ':memory:') makePrivate(file);
	const sqlite = new SQLite(file);
	const version = sqlite.prepare('select sqlite_version() as version').pluck().get() as string;
	if (isOlder(version)) throw new Error(`SQLite ${version} is too old: at least ${OLDEST_SQLITE.join('.')} is needed.`);
	sqlite.pragma('journal_mode = WAL');
	// The library's default (NORMAL) loses acknowledged rows in a power cut.
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	// What is deleted is overwritten, and does not stay readable in free pages.
	sqlite.pragma('secure_delete = ON');
	waitShortly(sqlite);
	return sqlite;
}

/** A second connection to a file that is open: it reads what is committed while another writes, or waits to. */
export function openSqliteReader(file: string): SQLite.Database {
	const sqlite = new SQLite(file, { readonly: true });
	waitShortly(sqlite);
	return sqlite;
}

function waitShortly(sqlite: SQLite.Database): void {
	// A short blocking wait; the rest of the waiting is done without blocking, by the driver.
	sqlite.pragma('busy_timeout = 10');
	sqlite.pragma('cache_size = -32000');
}

function isOlder(version: string): boolean {
	const parts = version.split('.').map(Number);
	const at = OLDEST_SQLITE.findIndex((wanted, index) => parts[index] !== wanted);
	return at >= 0 && (parts[at] ?? 0) < OLDEST_SQLITE[at]!;
}
