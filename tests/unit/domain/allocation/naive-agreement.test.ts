import { expect, it } from 'vitest';
import { disagreementOf } from '../../../support/disagreement';
import { runs } from '../../../support/runs';

/** The first 500 of the seeds of `npm run prove`. */
const seeds = Array.from({ length: runs(500).numRuns }, (_, i) => i + 1);

it('a naive implementation that shares no code with the engine gives the same bytes, from file to third departure', () => {
	for (const seed of seeds) expect([seed, disagreementOf(seed)]).toEqual([seed, null]);
});
