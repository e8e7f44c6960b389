import { describe, expect, it } from 'vitest';
import { publicProjection } from '$lib/domain/allocation/public-projection';
import { runRound } from '$lib/domain/allocation/run-round';
import { everyStableOutcome } from '../../../support/allocation-facts';
import { holdersOf, published, sortedHolders } from '../../../support/published-instances';

describe('published instances with known answers', () => {
	it.each(published)('$id ($source)', ({ problem, expected, stable }) => {
		const result = runRound(problem, '');
		expect(holdersOf(result.assignments)).toEqual(sortedHolders(expected));
		expect(holdersOf(runRound(publicProjection(problem), '').assignments)).toEqual(sortedHolders(expected));
		expect(result.certificate).toMatchObject({ blockingPairs: 0, wasted: 0 });
		if (stable !== undefined) expect(everyStableOutcome(problem)).toHaveLength(stable);
	});
});
