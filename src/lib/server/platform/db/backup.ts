import SQLite from 'better-sqlite3';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { keysBeside, putKeysBack, takeKeysOut } from './backup-keys';
import { makePrivate } from './private-file';

export type BackupResult = { ok: true; pages: number } | { ok: false; problem: string };

/** The file behind `sqlite:FILE`, or a problem: PostgreSQL has tools of its own. */
export function sqliteFile(databaseUrl: string): { ok: true; file: string } | { ok: false; problem: string } {
	if (databaseUrl.startsWith('sqlite:')) return { ok: true, file: databaseUrl.slice('sqlite:'.length) };
	return { ok: false, problem: 'This database is PostgreSQL: use pg_dump and pg_restore (see docs/operations.md).' };
}

/**
 * Copies the live database into `target` by SQLite's backup API. The copy is consistent while others write; a copy of
 * the file is not, because it loses the write-ahead log. The copy is checked before it gets its name. What names and opens goes
 * into `keys`, which is replaced.
 */
export async function backUp(source: string, target: string, keys = keysBeside(target)): Promise<BackupResult> {
	if (!existsSync(source)) return { ok: false, problem: `There is no database at ${source}.` };
	if (existsSync(target)) return { ok: false, problem: `${target} exists already: name a new file.` };
	const partial = `${target}.partial`;
	rmSync(partial, { force: true });
	makePrivate(partial);
	const from = new SQLite(source, { readonly: true });
	try {
		const { totalPages } = await from.backup(partial);
		const problem = checkFile(partial);
		if (problem) return { ok: false, problem };
		takeKeysOut(partial, keys);
		renameSync(partial, target);
		return { ok: true, pages: totalPages };
	} finally {
		from.close();
		for (const end of ['', '-wal', '-shm']) rmSync(partial + end, { force: true });
	}
}

/**
 * Puts the backup `source`, with its `keys`, in the place of the database `target`, which is kept beside it as
 * `.before-restore`.
 */
export async function restore(
	source: string,
	target: string,
	suffix: string,
	keys = keysBeside(source)
): Promise<BackupResult> {
	if (!existsSync(source)) return { ok: false, problem: `There is no backup at ${source}.` };
	const problem = checkFile(source) ?? inUse(target);
	if (problem) return { ok: false, problem };
	mkdirSync(dirname(target), { recursive: true });
	const fresh = `${target}.restoring`;
	rmSync(fresh, { force: true });
	makePrivate(fresh);
	const from = new SQLite(source, { readonly: true });
	const { totalPages } = await from.backup(fresh).finally(() => from.close());
	const missing = putKeysBack(fresh, keys);
	if (missing) {
		rmSync(fresh, { force: true });
		return { ok: false, problem: missing };
	}
	if (existsSync(target)) renameSync(target, `${target}.before-restore-${suffix}`);
	for (const end of ['-wal', '-shm']) rmSync(target + end, { force: true });
	renameSync(fresh, target);
	return { ok: true, pages: totalPages };
}

function checkFile(file: string): string | undefined {
	try {
		const copy = new SQLite(file);
		try {
			// The copy stands alone, without a write-ahead log beside it.
			copy.pragma('journal_mode = DELETE');
			const answer = copy.pragma('integrity_check', { simple: true });
			const tables = copy.prepare("select count(*) from sqlite_master where name = 'audit_head'").pluck().get();
			if (answer !== 'ok') return `${file} is damaged: ${String(answer)}`;
			return tables === 1 ? undefined : `${file} is not a database of Chiavi.`;
		} finally {
			copy.close();
		}
	} catch (error) {
		return `${file} cannot be read as a database: ${error instanceof Error ? error.message : String(error)}`;
	}
}

/** A database that a server still has open must not be swapped under it. */
function inUse(target: string): string | undefined {
	if (!existsSync(target)) return undefined;
	const present = new SQLite(target, { timeout: 0 });
	try {
		// Leaving write-ahead mode needs to be alone; closing merges what the log still holds.
		const mode = present.pragma('journal_mode = DELETE', { simple: true });
		return mode === 'delete' ? undefined : `${target} is in use: stop the portal first.`;
	} catch {
		return `${target} is in use: stop the portal first.`;
	} finally {
		present.close();
	}
}
