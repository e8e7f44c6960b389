import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from './postgres-server';

/** The loaded demo world that every test starts from: a file to copy, and a database to copy. */
export const worldFile = resolve('.cache/e2e/world.db');
const postgresFile = resolve('.cache/e2e/postgres.json');
export const WORLD_TEMPLATE = 'chiavi_world';

export const demoEnvironment = (databaseUrl: string) => ({
	...process.env,
	// The test runner says both, and Node warns of it at every start.
	NO_COLOR: undefined,
	CHIAVI_DEMO: '1',
	NODE_ENV: 'test',
	DATABASE_URL: databaseUrl,
	LOG_LEVEL: 'error'
});

async function loadWorld(databaseUrl: string): Promise<void> {
	await promisify(execFile)(process.execPath, ['build/cli.js', 'demo', 'load'], { env: demoEnvironment(databaseUrl) });
}

/**
 * Playwright: loads the demo world once into each kind of database. The tests begin as soon as the file is there; a test on
 * PostgreSQL waits for its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
	mkdirSync(dirname(worldFile), { recursive: true });
	rmSync(postgresFile, { force: true });
	for (const end of ['', '-wal', '-shm']) rmSync(worldFile + end, { force: true });
	const postgres = loadOnPostgres();
	// Told to the test that waits.
	postgres.catch((error: unknown) => writeWhole(postgresFile, { error: String(error) }));
	await loadWorld(`sqlite:${worldFile}`);
	return async () => (await postgres)();
}

/** The address of the server with the loaded world, as soon as it is loaded. */
export async function loadedPostgres(): Promise<string> {
	while (!existsSync(postgresFile)) await new Promise((done) => setTimeout(done, 100));
	const { url, error } = JSON.parse(readFileSync(postgresFile, 'utf8')) as { url?: string; error?: string };
	if (!url) throw new Error(`PostgreSQL has no demo world: ${error}`);
	return url;
}

/** Whoever waits for a file must not read half of it. */
function writeWhole(file: string, value: object): void {
	writeFileSync(`${file}.part`, JSON.stringify(value));
	renameSync(`${file}.part`, file);
}

async function loadOnPostgres(): Promise<() => Promise<void>> {
	const { execute, url, stop } = await startedPostgres();
	await execute(`create database ${WORLD_TEMPLATE}`);
	await loadWorld(url.replace(/\/postgres$/, `/${WORLD_TEMPLATE}`));
	writeWhole(postgresFile, { url });
	return stop;
}

async function startedPostgres() {
	const { url, stop } = await startPostgres();
	const { default: pg } = await import('pg');
	const execute = async (statement: string) => {
		const client = new pg.Client(url);
		await client.connect();
		await client.query(statement).finally(() => client.end());
	};
	return { url, stop, execute };
}
