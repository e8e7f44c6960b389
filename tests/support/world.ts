import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The loaded demo world, an SQLite file that each portal of a test copies. */
export const worldFile = resolve('.cache/e2e/world.db');

/** The folder with the files of documents: beside a file of SQLite, and a folder of its own for a database on a server. */
export const filesOf = (databaseUrl: string): string =>
	databaseUrl.startsWith('sqlite:')
		? `${databaseUrl.slice('sqlite:'.length)}.files`
		: resolve('.cache/e2e/files', createHash('sha256').update(databaseUrl).digest('hex'));

export const demoEnvironment = (databaseUrl: string) => ({
	...process.env,
	// The test runner sets NO_COLOR and FORCE_COLOR, and Node warns of both at every start.
	NO_COLOR: undefined,
	CHIAVI_DEMO: '1',
	NODE_ENV: 'test',
	DATABASE_URL: databaseUrl,
	FILES_FOLDER: filesOf(databaseUrl),
	LOG_LEVEL: 'error'
});

/** Loads the demo world into an empty database. */
export async function loadWorld(databaseUrl: string): Promise<void> {
	rmSync(filesOf(databaseUrl), { recursive: true, force: true });
	await promisify(execFile)(process.execPath, ['build/cli.js', 'demo', 'load'], { env: demoEnvironment(databaseUrl) });
}

/** Playwright's global setup: loads the demo world once. */
export default async function setup(): Promise<void> {
	mkdirSync(dirname(worldFile), { recursive: true });
	for (const end of ['', '-wal', '-shm']) rmSync(worldFile + end, { force: true });
	await loadWorld(`sqlite:${worldFile}`);
}
