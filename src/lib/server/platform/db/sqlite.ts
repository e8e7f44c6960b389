import SQLite from 'better-sqlite3';
import {
	CompiledQuery,
	SqliteDialect,
	type DatabaseConnection,
	type Driver,
	type SqliteDialectConfig,
	type TransactionSettings
} from 'kysely';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { makePrivate } from './private-file';

/** Older releases can corrupt a database when a checkpoint and a write race (the WAL-reset defect). */
const OLDEST_SQLITE = [3, 51, 3];
const LONGEST_WAIT_MS = 5_000;

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
	// A short blocking wait; the rest of the waiting is done without blocking, in begin().
	sqlite.pragma('busy_timeout = 50');
	sqlite.pragma('cache_size = -32000');
	return sqlite;
}

function isOlder(version: string): boolean {
	const parts = version.split('.').map(Number);
	const at = OLDEST_SQLITE.findIndex((wanted, index) => parts[index] !== wanted);
	return at >= 0 && (parts[at] ?? 0) < OLDEST_SQLITE[at]!;
}

/** kysely's dialect, with transactions that take the write lock at once instead of failing half-way. */
export class ImmediateSqliteDialect extends SqliteDialect {
	constructor(settings: SqliteDialectConfig) {
		super(settings);
	}

	override createDriver(): Driver {
		const driver = super.createDriver();
		driver.beginTransaction = (connection: DatabaseConnection, _settings: TransactionSettings) => begin(connection);
		return driver;
	}
}

async function begin(connection: DatabaseConnection): Promise<void> {
	const until = Date.now() + LONGEST_WAIT_MS;
	for (;;) {
		try {
			await connection.executeQuery(CompiledQuery.raw('begin immediate'));
			return;
		} catch (error) {
			if (!isBusy(error) || Date.now() > until) throw error;
			await new Promise((done) => setTimeout(done, 10 + Math.floor(Math.random() * 20)));
		}
	}
}

function isBusy(error: unknown): boolean {
	return error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
