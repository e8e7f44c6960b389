import { expect, it } from 'vitest';
import { disagreementOf } from '../../../support/disagreement';
import { runs } from '../../../support/runs';

/** The first 500 of the seeds of `npm run prove`; a dozen by themselves, which notice most mistakes at once. */
it.each([
	[1, 12],
	[13, runs(500).numRuns]
])('a naive version that shares no code with the engine gives the same bytes: seeds %i to %i', (first, last) => {
	for (let seed = first; seed <= last; seed++) expect([seed, disagreementOf(seed)]).toEqual([seed, null]);
});
