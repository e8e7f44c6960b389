import { randomInt } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { installedModules, openFolder, postgresFor } from './postgres-for-root';

declare module 'vitest' {
	interface ProvidedContext {
		postgresUrl: string;
	}
}

/**
 * A port nobody listens on, below those that a system gives to whoever connects: one of these may be taken by a connection
 * before a server listens there.
 */
export async function freePort(): Promise<number> {
	const port = 15_000 + randomInt(15_000);
	const isFree = await new Promise<boolean>((resolve) => {
		const server = createServer().once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
	return isFree ? port : freePort();
}

export type PostgresServer = {
	readonly url: string;
	/** Stops every process of the server where it is, as a machine that hangs does; the answer lets them go on. */
	freeze(): Promise<() => void>;
	/** Ends the server at once, with its connections, and starts it again at the same address. */
	restart(whileDown?: () => Promise<void>): Promise<void>;
	stop(): Promise<void>;
};

/** Starts a real PostgreSQL from the npm package in `modules`, in a folder of its own; answers its address and how to end it. */
export async function startPostgres(modules = installedModules()): Promise<PostgresServer> {
	const isRoot = process.getuid?.() === 0;
	const folder = openFolder();
	const remove = () => rmSync(folder, { recursive: true, force: true });
	const abandon = () => {
		endAtOnce(folder);
		remove();
	};
	process.once('exit', abandon);
	const port = await freePort();
	const EmbeddedPostgres = await postgresFor(isRoot, modules, folder);
	const server = new EmbeddedPostgres(settings(folder, port, isRoot));
	await inFolder(folder, () => server.initialise());
	await server.start();
	const url = `postgres://chiavi:chiavi@127.0.0.1:${port}/postgres`;
	return {
		url,
		freeze: () => freeze(folder, url),
		restart: async (whileDown) => {
			await server.stop();
			await whileDown?.();
			await server.start();
		},
		stop: async () => {
			await server.stop();
			process.off('exit', abandon);
			remove();
		}
	};
}

const settings = (folder: string, port: number, isRoot: boolean) => ({
	databaseDir: join(folder, 'data'),
	user: 'chiavi',
	password: 'chiavi',
	port,
	persistent: true,
	// PostgreSQL refuses to run as root.
	createPostgresUser: isRoot,
	initdbFlags: ['--encoding=UTF8', '--locale=C'],
	postgresFlags: ['fsync=off', 'full_page_writes=off', 'max_connections=200'].flatMap((setting) => ['-c', setting]),
	onLog: () => {},
	onError: () => {}
});

/** For a process that ends and did not stop its server. */
function endAtOnce(folder: string): void {
	try {
		process.kill(postmasterOf(folder), 'SIGQUIT');
	} catch {
		// It does not run: no file names its process, or the process has ended.
	}
}

async function freeze(folder: string, url: string): Promise<() => void> {
	const pids = [postmasterOf(folder), ...(await connectionsOf(url))];
	for (const pid of pids) process.kill(pid, 'SIGSTOP');
	return () => pids.forEach((pid) => process.kill(pid, 'SIGCONT'));
}

const postmasterOf = (folder: string): number =>
	Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);

/** The server's processes that serve a connection, but for the one that asks. */
async function connectionsOf(url: string): Promise<number[]> {
	const client = new pg.Client(url);
	await client.connect();
	const { rows } = await client
		.query<{ pid: number }>(
			`select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
		)
		.finally(() => client.end());
	return rows.map((row) => row.pid);
}

/** The package leaves the password in the system's temporary folder, which the user of PostgreSQL may not be allowed to enter. */
async function inFolder(folder: string, act: () => Promise<void>): Promise<void> {
	const before = process.env['TMPDIR'];
	const mask = process.umask(0o022);
	process.env['TMPDIR'] = folder;
	try {
		await act();
	} finally {
		process.umask(mask);
		if (before === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = before;
	}
}

/** vitest: one server for the whole run of the project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startPostgres();
	project.provide('postgresUrl', server.url);
	return server.stop;
}
