import { AsyncLocalStorage } from 'node:async_hooks';
import fc from 'fast-check';

export type Trouble = 'cut' | 'full' | 'locked';

/**
 * One failure of the database under an act: in its `transaction` (1 is its first; 0 stands for its reads outside any), when it
 * begins, at a statement (1 is its first), before it commits, or after, when the answer is lost.
 */
export type Fault = {
	readonly transaction: number;
	readonly at: 'begin' | 'commit' | 'committed' | number;
	readonly trouble: Trouble;
};

export const anyFault: fc.Arbitrary<Fault> = fc.record({
	transaction: fc.constantFrom(1, 1, 1, 1, 2, 3, 0),
	at: fc.oneof(
		fc.constantFrom('commit' as const, 'committed' as const, 'begin' as const),
		fc.integer({ min: 1, max: 24 })
	),
	trouble: fc.constantFrom('cut' as const, 'full' as const, 'locked' as const)
});

/** What happened to the database under one act. */
export type Watched = {
	readonly fault: Fault | null;
	transactions: number;
	reads: number;
	hit: boolean;
	committed: boolean;
};

const watching = new AsyncLocalStorage<Watched>();

/** The act under which the present code runs, if any. */
export const watchedAct = (): Watched | undefined => watching.getStore();

/** Runs an act with a fault, once; `watched` says whether the fault came and whether anything was committed. */
export async function underFault<Result>(fault: Fault | null, act: () => Promise<Result>) {
	const watched: Watched = { fault, transactions: 0, reads: 0, hit: false, committed: false };
	const [settled] = await Promise.allSettled([watching.run(watched, act)]);
	return { watched, settled };
}

/** Whether the fault comes now. It comes once. */
export function comesNow(watched: Watched | undefined, transaction: number, at: Fault['at']): Trouble | null {
	const fault = watched?.fault;
	if (!watched || !fault || watched.hit || fault.transaction !== transaction || fault.at !== at) return null;
	watched.hit = true;
	return fault.trouble;
}
