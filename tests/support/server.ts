import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './postgres-server';
import { demoEnvironment, loadedPostgres, WORLD_TEMPLATE, worldFile } from './world';

export type Portal = {
	readonly origin: string;
	readonly databaseUrl: string;
	readonly processes: number;
	stop(): Promise<void>;
};

/** The built portal over a copy of the demo world: one process on SQLite, two behind a balancer on PostgreSQL. */
export async function startPortal(kind: 'sqlite' | 'postgres'): Promise<Portal> {
	const database = kind === 'sqlite' ? copyOfFile() : await copyOnServer();
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
		// One that has ended by itself says so only once.
		if (server.exitCode !== null || server.signalCode !== null) return done();
		server.once('exit', () => done());
		// Its database goes with it: to wait for the browser's open connections would only take time.
		server.kill('SIGKILL');
	});
}

/** A copy of the demo world as an SQLite file. */
export function copyOfFile() {
	const file = join(tmpdir(), `chiavi-e2e-${randomBytes(6).toString('hex')}.db`);
	copyFileSync(worldFile, file);
	const remove = () => ['', '-wal', '-shm'].forEach((end) => rmSync(file + end, { force: true }));
	return { url: `sqlite:${file}`, remove };
}

async function copyOnServer() {
	const url = await loadedPostgres();
	const name = `chiavi_e2e_${randomBytes(6).toString('hex')}`;
	await onServer(url, `create database ${name} template ${WORLD_TEMPLATE} strategy file_copy`);
	return {
		url: url.replace(/\/postgres$/, `/${name}`),
		remove: () => onServer(url, `drop database ${name} with (force)`)
	};
}

async function onServer(url: string, statement: string): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	// Two tests may copy the template at once: PostgreSQL asks them to take turns.
	for (let attempt = 0; ; attempt += 1) {
		try {
			await client.query(statement);
			break;
		} catch (error) {
			if (attempt > 100 || (error as { code?: string }).code !== '55006') throw error;
			await new Promise((done) => setTimeout(done, 100));
		}
	}
	await client.end();
}

/** A portal of a test lives for seconds: what would be compiled for a long life took a sixth of it. */
const briefly = ['--interrupt-budget=2000000', '--single-threaded-gc'];

export async function startProcess(
	port: number,
	origin: string,
	databaseUrl: string,
	settings: Record<string, string> = {}
): Promise<ChildProcess> {
	const env = {
		...demoEnvironment(databaseUrl),
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: origin,
		BODY_SIZE_LIMIT: '12M',
		// Told to stop, it waits for what was begun, and for nothing else.
		SHUTDOWN_TIMEOUT: '600',
		...settings
	};
	const server = spawn(process.execPath, [...briefly, 'build'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
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
