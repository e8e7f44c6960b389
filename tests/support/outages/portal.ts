import { once } from 'node:events';
import { freePort } from '../postgres-server';
import { startProcess } from '../server';
import { officerAt, type Person } from './person';

/** A portal whose log is heard, and an officer who is signed in. */
export type HeardPortal = {
	readonly pid: number;
	readonly person: Person;
	/** What the portal has logged so far. */
	log(): string;
	isRunning(): boolean;
	stop(): Promise<void>;
};

/** Starts the built portal on a database that holds the demo world. */
export async function startHeard(databaseUrl: string): Promise<HeardPortal> {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const server = await startProcess(port, origin, databaseUrl, {}, 'pipe');
	let log = '';
	server.stdout!.on('data', (chunk: Buffer) => (log += chunk.toString()));
	const isRunning = () => server.exitCode === null && server.signalCode === null;
	return {
		pid: server.pid!,
		person: await officerAt(origin),
		log: () => log,
		isRunning,
		stop: async () => {
			if (!isRunning()) return;
			const ended = once(server, 'exit');
			server.kill('SIGKILL');
			await ended;
		}
	};
}
