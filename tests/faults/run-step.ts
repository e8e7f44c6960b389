import type { AppDatabase } from '$lib/server/platform/db/database';
import { isOutage } from '$lib/server/platform/db/outage';
import { acts, type ActName } from './acts/all';
import { underFault, type Fault } from './fault';
import type { Step } from './history';
import { passTime, runJobs } from './passages';
import type { Answer, Attempt, Tried, World } from './world';

type Someone = { readonly act: ActName; readonly who: number };

/** Carries a step out and says in a line what happened; throws when an act fails for another reason than an outage. */
export async function runStep(world: World, step: Step, restart: () => Promise<void>): Promise<string> {
	world.step += 1;
	if ('time' in step) {
		await passTime(world, step.time);
		return `it is ${world.clock.now()}`;
	}
	if ('restart' in step) {
		await restart();
		return 'the portal restarts';
	}
	if ('jobs' in step) {
		const { fault, mail } = step.jobs;
		const hit = await runJobs(world, fault, mail);
		return `the jobs run${mail ? `, mails are ${mail}` : ''}${hit ? `; ${faultOf(fault)}` : ''}`;
	}
	const first = { act: step.act, who: step.who };
	const second = step.beside && (step.beside.act === 'the same' ? first : (step.beside as Someone));
	const attempts = [await acts[first.act](world, first.who), second && (await acts[second.act](world, second.who))];
	const instants = [world.clock.tick(), world.clock.tick()] as const;
	// The clock of the machine shows another instant than those of the two acts.
	world.clock.tick();
	const both = await Promise.all([
		tryAct(world, first, attempts[0] ?? null, { at: instants[0], fault: step.fault }),
		tryAct(world, second ?? first, attempts[1] ?? null, { at: instants[1], fault: null })
	]);
	return both.filter(Boolean).join(' | beside: ') || `${nameOf(first)}: nothing to act on`;
}

const faultOf = (fault: Fault | null) =>
	fault ? `${fault.trouble} at ${fault.at} of transaction ${fault.transaction}` : '';
const nameOf = ({ act, who }: Someone) => `${who} ${act}`;

async function tryAct(
	world: World,
	someone: Someone,
	attempt: Attempt | null,
	{ at, fault }: { readonly at: string; readonly fault: Fault | null }
): Promise<string> {
	if (!attempt) return '';
	const { database, seen } = overhearing(world.database);
	const { watched, settled } = await underFault(fault, () => attempt.run(database, at));
	const name = nameOf(someone);
	if (settled.status === 'rejected' && !isOutage(settled.reason))
		throw new Error(`${name}: an error of ours`, { cause: settled.reason });
	const isLost = settled.status === 'rejected' && watched.committed;
	const answer: Answer | null = settled.status === 'fulfilled' ? settled.value : isLost ? seen() : null;
	world.tried.push(triedOf(world.step, attempt, { name, at, answer }));
	const outcome = answer ? (answer.ok ? 'done' : `refused (${answer.problem})`) : 'failed';
	return `${name} at ${at}: ${outcome}${isLost ? ', and its answer was lost' : ''}${watched.hit ? `; ${faultOf(fault)}` : ''}`;
}

/** A database that remembers what the last transaction would have answered, for an answer that is lost after the commit. */
function overhearing(database: AppDatabase) {
	let last: unknown;
	const transact: AppDatabase['transact'] = (work) =>
		database.transact(async (trx) => {
			const result = await work(trx);
			last = result;
			return result;
		});
	// A service that always succeeds answers nothing.
	return { database: { ...database, transact }, seen: () => (last as Answer | undefined) ?? { ok: true } };
}

type Ended = { readonly name: string; readonly at: string; readonly answer: Answer | null };

function triedOf(step: number, attempt: Attempt, { name, at, answer }: Ended): Tried {
	const outcome = answer === null ? 'failed' : answer.ok ? 'done' : 'refused';
	const told = answer?.ok ? attempt.tells(answer) : [];
	return { step, name, at, told, subject: attempt.subject ?? null, saved: attempt.saved ?? null, outcome };
}
