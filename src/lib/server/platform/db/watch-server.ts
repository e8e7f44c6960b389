import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from './outage';

/** Asks the database for something, and stops waiting when the server is found silent; `late` gets what comes after. */
export type Answered = <Result>(ask: () => Promise<Result>, late?: (result: Result) => void) => Promise<Result>;

const TICK_MS = 100;
/** How many ticks an answer may take before we look whether the server still answers anybody. */
const PATIENCE = 8;
/** How many ticks a new connection may take. */
const PROBE = 12;
const LOOK_AGAIN_MS = 1_000;

/**
 * Tells a slow statement from a server that hangs or cannot be reached. When an answer takes long, a new connection asks
 * the server for the simplest thing. If that one gets no answer either, everybody who waits is told, and whoever asks next
 * is refused at once, until the server answers again.
 */
export function watchServer(url: string): { answered: Answered; stop: () => void } {
	let down: Error | undefined;
	let again: NodeJS.Timeout | undefined;
	const look = oneAtATime(async () => {
		down = await probe(url);
		if (down) again = setTimeout(look, LOOK_AGAIN_MS).unref();
	});
	const answered: Answered = async (ask, late) => {
		if (down) throw down;
		const asked = ask();
		let isSettled = false;
		const settle = () => void (isSettled = true);
		const settled = asked.then(settle, settle);
		await first(settled, PATIENCE);
		while (!isSettled) {
			await Promise.race([settled, look()]);
			if (!isSettled && down) {
				if (late) asked.then(late, () => {});
				throw down;
			}
			await first(settled, PATIENCE);
		}
		return asked;
	};
	return { answered, stop: () => clearTimeout(again) };
}

/** A call while the work is under way waits for the same work. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
	let underWay: Promise<void> | undefined;
	return () => (underWay ??= work().finally(() => (underWay = undefined)));
}

/** Why the server answers nobody; undefined when it answers, be it with a refusal. */
async function probe(url: string): Promise<Error | undefined> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
	client.on('error', () => {});
	const asked = client
		.connect()
		.then(() => client.query('select 1'))
		.then(
			() => undefined,
			(error: Error) => (error instanceof pg.DatabaseError && !error.code?.startsWith('57P') ? undefined : error)
		);
	const silent = new Unavailable(`the database server gave no answer to a new connection in ${PROBE * TICK_MS} ms`);
	const problem = await first(asked, PROBE, silent);
	void asked.then(() => client.end()).catch(() => {});
	return problem;
}

/**
 * The result of `asked`, or `otherwise` after so many ticks. A tick passes only while this process runs: after a long
 * computation of ours, answers that have come meanwhile are read first.
 */
async function first<Result>(asked: Promise<Result>, ticks: number, otherwise?: Result): Promise<Result | undefined> {
	const stop = new AbortController();
	const over = (async () => {
		for (let tick = 0; tick < ticks; tick += 1) await pause(TICK_MS, undefined, { signal: stop.signal });
		return otherwise;
	})();
	over.catch(() => {});
	try {
		return await Promise.race([asked, over]);
	} finally {
		stop.abort();
	}
}
