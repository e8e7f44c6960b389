import SQLite from 'better-sqlite3';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, restore, sqliteFile } from '$lib/server/platform/db/backup';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { migrateToLatest } from '$lib/server/platform/db/migrate';

const folder = mkdtempSync(join(tmpdir(), 'chiavi-backup-'));
const file = join(folder, 'live.db');
let live: AppDatabase;

beforeAll(async () => {
	live = createDatabase(`sqlite:${file}`);
	await migrateToLatest(live.db);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const add = (id: string) =>
	live.transact((trx) =>
		trx
			.insertInto('organisations')
			.values({ id, kind: 'owner', name: id, created_at: '2026-01-01T00:00:00.000Z' })
			.execute()
	);

function idsIn(path: string): unknown[] {
	const opened = new SQLite(path, { readonly: true });
	const ids = opened.prepare('select id from organisations order by id').pluck().all();
	opened.close();
	return ids;
}

test('a backup of the live database holds what is still in its log, and stands alone', async () => {
	await add('before');
	const target = join(folder, 'copy.db');
	expect(await backUp(file, target)).toMatchObject({ ok: true });
	expect(idsIn(target)).toEqual(['before']);
	expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
});

test('it never overwrites', async () => {
	expect(await backUp(file, join(folder, 'copy.db'))).toMatchObject({ ok: false });
});

test('restoring is refused while the portal has the database open, or from something that is no backup', async () => {
	expect(await restore(join(folder, 'copy.db'), file, 'x')).toMatchObject({
		ok: false,
		problem: expect.stringContaining('in use')
	});
	const other = join(folder, 'other.txt');
	writeFileSync(other, 'not a database, but long enough to be read as a header of one '.repeat(20));
	expect(await restore(other, file, 'x')).toMatchObject({ ok: false });
	expect(await restore(join(folder, 'missing.db'), file, 'x')).toMatchObject({ ok: false });
});

test('restoring brings the backup back and keeps what was there', async () => {
	await add('later');
	await live.close();
	expect(await restore(join(folder, 'copy.db'), file, 'drill')).toMatchObject({ ok: true });
	expect(idsIn(file)).toEqual(['before']);
	expect(idsIn(`${file}.before-restore-drill`)).toEqual(['before', 'later']);
});

test('PostgreSQL is told to use its own tools', () => {
	expect(sqliteFile('postgres://localhost/x')).toMatchObject({ ok: false });
});

test('restoring makes the folder that is not there', async () => {
	const target = join(folder, 'new', 'folder', 'chiavi.db');
	expect(await restore(join(folder, 'copy.db'), target, 'x')).toMatchObject({ ok: true });
	expect(idsIn(target)).toEqual(['before']);
});

test('a backup without its keys is not restored and leaves nothing behind', async () => {
	const only = join(folder, 'apart');
	mkdirSync(only);
	renameSync(join(folder, 'copy.db'), join(only, 'copy.db'));
	const target = join(folder, 'refused.db');
	expect(await restore(join(only, 'copy.db'), target, 'x')).toMatchObject({
		ok: false,
		problem: expect.stringContaining('are missing')
	});
	expect(existsSync(target)).toBe(false);
});
