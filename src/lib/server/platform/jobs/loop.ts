import type { Instant } from '$lib/domain/calendar/instant';
import { now } from '$lib/server/clock';
import { log } from '$lib/server/log';
import { isOutage } from '$lib/server/platform/db/outage';
import { noteOutage } from '$lib/server/platform/health/service';

/** Work that the portal does by itself. Each may run in several processes at once: the database says who does what. */
export type Job = {
	readonly name: string;
	readonly everySeconds: number;
	run(now: Instant): Promise<unknown>;
};

/**
 * Runs each job again and again, one run at a time. Returns a function that stops them and waits for the runs under
 * way.
 */
export function startJobs(jobs: readonly Job[]): () => Promise<void> {
	const stops = jobs.map(repeat);
	return async () => {
		await Promise.all(stops.map((stop) => stop()));
	};
}

function repeat(job: Job): () => Promise<void> {
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	let underWay = Promise.resolve();

	const once = async () => {
		await runOnce(job);
		if (!stopped) schedule();
	};
	const schedule = () => {
		timer = setTimeout(() => (underWay = once()), job.everySeconds * 1_000).unref();
	};
	schedule();
	return async () => {
		stopped = true;
		clearTimeout(timer);
		await underWay;
	};
}

/** One turn of a job. Its failure is logged and ends nothing else. */
export async function runOnce(job: Job): Promise<void> {
	try {
		await job.run(now());
	} catch (error) {
		if (isOutage(error)) noteOutage(error);
		log.error({ job: job.name, err: error }, 'job failed; it runs again at its next turn');
	}
}
