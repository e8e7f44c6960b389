import SQLite from 'better-sqlite3';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backUp, restore } from '$lib/server/platform/db/backup';
import { createDatabase } from '$lib/server/platform/db/database';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import { openSqlite } from '$lib/server/platform/db/sqlite';

const folder = mkdtempSync(join(tmpdir(), 'chiavi-private-'));
const before = process.umask(0o022);
afterAll(() => {
	process.umask(before);
	rmSync(folder, { recursive: true, force: true });
});

const rights = (file: string) => (statSync(file).mode & 0o777).toString(8);

test('a database and the files beside it are read by their owner only, also where they were open to others', () => {
	const file = join(folder, 'new.db');
	const fresh = openSqlite(file);
	fresh.exec('create table audit_head (id integer)');
	expect(['', '-wal', '-shm'].map((end) => rights(file + end))).toEqual(['600', '600', '600']);
	fresh.close();
	const old = join(folder, 'old.db');
	const earlier = new SQLite(old);
	earlier.pragma('journal_mode = WAL');
	earlier.exec('create table t (id integer)');
	for (const end of ['', '-wal', '-shm']) chmodSync(old + end, 0o644);
	const opened = openSqlite(old);
	opened.exec('insert into t values (1)');
	expect(['', '-wal', '-shm'].map((end) => rights(old + end))).toEqual(['600', '600', '600']);
	for (const one of [opened, earlier]) one.close();
});

test('so are a backup and what is restored from it', async () => {
	const live = createDatabase(`sqlite:${join(folder, 'live.db')}`);
	await migrateToLatest(live.db);
	const [copy, keys] = [join(folder, 'copy.db'), join(folder, 'chiavi-keys.db')];
	expect((await backUp(join(folder, 'live.db'), copy)).ok).toBe(true);
	await live.close();
	expect([copy, keys].map(rights)).toEqual(['600', '600']);
	const target = join(folder, 'restored.db');
	writeFileSync(join(folder, 'unrelated'), '');
	expect((await restore(copy, target, 'x')).ok).toBe(true);
	expect(rights(target)).toBe('600');
});
