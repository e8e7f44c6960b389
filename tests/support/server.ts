import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startPostgres } from './postgres-server';
import { demoEnvironment, filesOf, loadWorld, worldFile } from './world';

export type Portal = {
	readonly origin: string;
	readonly databaseUrl: string;
	readonly processes: number;
	stop(): Promise<void>;
};

/** Starts the built portal with the demo world: one process on SQLite, two behind a balancer on a PostgreSQL of its own. */
export async function startPortal(kind: 'sqlite' | 'postgres'): Promise<Portal> {
	const database = kind === 'sqlite' ? copyOfFile() : await worldOnPostgres();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	if (kind === 'sqlite') {
		const server = await startProcess(port, origin, database.url);
		return { origin, databaseUrl: database.url, processes: 1, stop: async () => stopAll([server], database.remove) };
	}
	const servers: ChildProcess[] = [];
	const ports: number[] = [];
	for (let index = 0; index < 2; index += 1) {
		ports.push(await freePort());
		servers.push(await startProcess(ports[index]!, origin, database.url));
	}
	const balancer = await balance(port, ports);
	const stop = async () => {
		balancer.close();
		await stopAll(servers, database.remove);
	};
	return { origin, databaseUrl: database.url, processes: servers.length, stop };
}

async function stopAll(servers: ChildProcess[], remove: () => Promise<void> | void): Promise<void> {
	await Promise.all(servers.map((server) => exited(server)));
	await remove();
}

function exited(server: ChildProcess): Promise<void> {
	return new Promise((done) => {
		// A process that has ended sends no further event.
		if (server.exitCode !== null || server.signalCode !== null) return done();
		server.once('exit', () => done());
		// Its database is deleted next, so it need not wait for the browser's open connections.
		server.kill('SIGKILL');
	});
}

/** A copy of the demo world as an SQLite file, with the files of its documents. */
export function copyOfFile() {
	const file = join(tmpdir(), `chiavi-e2e-${randomBytes(6).toString('hex')}.db`);
	copyFileSync(worldFile, file);
	const url = `sqlite:${file}`;
	cpSync(filesOf(`sqlite:${worldFile}`), filesOf(url), { recursive: true });
	const remove = () =>
		['', '-wal', '-shm', '.files'].forEach((end) => rmSync(file + end, { force: true, recursive: true }));
	return { url, remove };
}

/** A PostgreSQL server whose database holds the demo world. */
async function worldOnPostgres() {
	const { url, stop } = await startPostgres();
	await loadWorld(url);
	return { url, remove: stop };
}

export async function startProcess(
	port: number,
	origin: string,
	databaseUrl: string,
	settings: Record<string, string> = {},
	log: 'inherit' | 'pipe' = 'inherit'
): Promise<ChildProcess> {
	const env = {
		...demoEnvironment(databaseUrl),
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: origin,
		BODY_SIZE_LIMIT: '32M',
		// How a portal stops is a test of its own (tests/e2e/durability/stop.spec.ts).
		SHUTDOWN_TIMEOUT: '600',
		...settings
	};
	const server = spawn(process.execPath, ['build'], { env, stdio: ['ignore', log, 'inherit'] });
	for (let attempt = 0; attempt < 400; attempt += 1) {
		const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined);
		if (server.exitCode !== null) throw new Error(`The portal ended at start with code ${server.exitCode}.`);
		if (answer?.ok) return server;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error('The portal did not become ready.');
}

/** Sends each connection to the next process, as a load balancer would. */
function balance(port: number, targets: readonly number[]): Promise<Server> {
	let next = 0;
	const server = createServer((socket) => {
		const upstream = connect(targets[next++ % targets.length]!, '127.0.0.1');
		socket.pipe(upstream).pipe(socket);
		socket.on('error', () => upstream.destroy());
		upstream.on('error', () => socket.destroy());
	});
	return new Promise((done) => server.listen(port, 'localhost', () => done(server)));
}
