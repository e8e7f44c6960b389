import fc from 'fast-check';
import { anyHistory, type History } from './history';
import { runHistory } from './run-history';
import type { StageDatabases } from './stage-databases';

/**
 * The history of a seed: nothing when everything holds after it. Otherwise what is broken, with the smallest history that
 * breaks it: steps, faults and second tabs are left out as long as it still fails.
 */
export async function failureOf(stages: StageDatabases, seed: number): Promise<string | null> {
	const property = fc.asyncProperty(anyHistory, (history) => runHistory(stages, history));
	const found = await fc.check(property, { seed, numRuns: 1 });
	if (!found.counterexample) return null;
	const first = { history: found.counterexample[0], why: messageOf(found.errorInstance) };
	const { history, why } = await withoutSteps(stages, first);
	return `seed ${seed}: ${why}\n\n${JSON.stringify(history)}`;
}

type Failing = { readonly history: History; readonly why: string };

/** fast-check shortens a history from its beginning only: here each step is left out that the failure does not need. */
async function withoutSteps(stages: StageDatabases, failing: Failing): Promise<Failing> {
	const { from, steps } = failing.history;
	for (const left of steps) {
		const history = { from, steps: steps.filter((step) => step !== left) };
		const why = await runHistory(stages, history).then(() => null, messageOf);
		if (why !== null) return withoutSteps(stages, { history, why });
	}
	return failing;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
