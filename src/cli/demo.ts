import { demoAccounts, DEMO_PASSWORD } from '$lib/server/demo/accounts';
import { readClock, moveClock } from '$lib/server/demo/clock';
import type { Move } from '$lib/server/demo/clock-move';
import { loadDemo } from '$lib/server/demo/load';
import { sentences, type DemoProblem } from '$lib/server/demo/problems';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { dropEverything } from '$lib/server/demo/repository';
import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { closeDatabase, database } from '$lib/server/platform/db/app';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import type { Command } from './command';
import { reachState, subjects } from './demo-states';

export const demo: Command = {
	name: 'demo',
	usage:
		'load [--if-empty] | reset | accounts | clock +7d | clock to-next-deadline | clock reset | request STATE | offer STATE | listing STATE',
	help: 'The demo world: loads it, throws everything away and loads it again, lists its accounts, moves its clock, brings something into a state.',
	async run([act, ...rest]) {
		const acts: Record<string, () => Promise<number>> = {
			load: () => load(rest.includes('--if-empty')),
			reset,
			accounts: async () => list(),
			clock: () => clock(rest),
			...Object.fromEntries(Object.keys(subjects).map((name) => [name, () => reachState(name, rest[0])]))
		};
		const run = act !== undefined && Object.hasOwn(acts, act) ? acts[act] : undefined;
		if (!run) return usage();
		if (!config().demo) return refuse('not-a-demo');
		// `npm run dev` calls this in the process that serves, so the database stays open.
		if (act === 'accounts') return list();
		try {
			return await run();
		} finally {
			await closeDatabase();
		}
	}
};

async function load(ifEmpty: boolean): Promise<number> {
	const { db, transact } = database();
	await migrateToLatest(db);
	const started = performance.now();
	const loaded = await loadDemo(transact, now());
	if (loaded.ok) await findDuplicates(database(), now());
	if (!loaded.ok) return ifEmpty && loaded.problem === 'world-already-there' ? 0 : refuse(loaded.problem);
	process.stdout.write(`The demo world is loaded (${((performance.now() - started) / 1000).toFixed(1)} s).\n`);
	return 0;
}

async function reset(): Promise<number> {
	await dropEverything(database());
	return load(false);
}

function list(): number {
	const width = Math.max(...demoAccounts.map(({ email }) => email.length));
	const lines = demoAccounts.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`);
	process.stdout.write(
		[config().origin, `Demo accounts, password ${DEMO_PASSWORD} (all data invented):`, ...lines, ''].join('\n')
	);
	return 0;
}

async function clock([word, ...rest]: readonly string[]): Promise<number> {
	const move = readMove(word);
	if (!move || rest.length > 0) return usage();
	const { db, transact } = database();
	await readClock(db);
	const moved = await transact((trx) => moveClock(trx, move, now()));
	if (!moved.ok) return refuse(moved.problem);
	await readClock(db);
	process.stdout.write(`The demo clock says ${now()}.\n`);
	return 0;
}

function readMove(word: string | undefined): Move | null {
	if (word === 'reset') return 'reset';
	if (word === 'to-next-deadline') return 'after-deadline';
	const days = /^\+(\d{1,3})d$/.exec(word ?? '')?.[1];
	return days ? { days: Number(days) } : null;
}

function refuse(problem: DemoProblem): number {
	process.stderr.write(`${sentences[problem]}\n`);
	return 1;
}

function usage(): number {
	process.stderr.write(`Usage: node build/cli.js demo ${demo.usage}\n`);
	return 2;
}
