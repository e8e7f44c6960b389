import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The loaded demo world, an SQLite file that each portal of a test copies. */
export const worldFile = resolve('.cache/e2e/world.db');

/** The files of the documents of every demo world that a test loads; no two have the same name. */
const worldFiles = resolve('.cache/e2e/files');

export const demoEnvironment = (databaseUrl: string) => ({
	...process.env,
	// The test runner sets NO_COLOR and FORCE_COLOR, and Node warns of both at every start.
	NO_COLOR: undefined,
	CHIAVI_DEMO: '1',
	NODE_ENV: 'test',
	DATABASE_URL: databaseUrl,
	FILES_FOLDER: worldFiles,
	LOG_LEVEL: 'error'
});

/** Loads the demo world into an empty database. */
export async function loadWorld(databaseUrl: string): Promise<void> {
	await promisify(execFile)(process.execPath, ['build/cli.js', 'demo', 'load'], { env: demoEnvironment(databaseUrl) });
}

/** Playwright's global setup: loads the demo world once. */
export default async function setup(): Promise<void> {
	mkdirSync(dirname(worldFile), { recursive: true });
	rmSync(worldFiles, { recursive: true, force: true });
	for (const end of ['', '-wal', '-shm']) rmSync(worldFile + end, { force: true });
	await loadWorld(`sqlite:${worldFile}`);
}
