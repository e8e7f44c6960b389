import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { active, everyStableOutcome, held, rank } from '../../../support/allocation-facts';
import { aRoundUpTo, aTwoSidedRound } from '../../../support/random-round';
import { runs } from '../../../support/runs';
import { heldAt, primalOf, stablePolytope } from '../../../support/stable-polytope';

describe('among all stable outcomes, every one listed', () => {
	it('the outcome is the best for every household, and all house the same households', () => {
		let severalStable = 0;
		fc.assert(
			fc.property(fc.oneof(aRoundUpTo(3, 5), aTwoSidedRound(4)), (round) => {
				const ours = held(round);
				const stable = everyStableOutcome(round);
				if (stable.length > 1) severalStable++;
				expect(stable).toContainEqual(ours);
				for (const other of stable) {
					expect([...other.keys()].toSorted()).toEqual([...ours.keys()].toSorted());
					for (const row of active(round)) expect(rank(row, ours)).toBeLessThanOrEqual(rank(row, other));
				}
			}),
			runs(300)
		);
		expect(severalStable).toBeGreaterThan(0);
	});
});

describe('the linear programme of all stable outcomes, solved by HiGHS', () => {
	it('has its best corner, in whole numbers, at the outcome', async () => {
		const highs = await loadHighs();
		fc.assert(
			fc.property(fc.oneof(aRoundUpTo(5, 8), aTwoSidedRound(8)), (round) => {
				const { programme, pairs } = stablePolytope(round);
				if (pairs.length === 0) return;
				const solution = highs.solve(programme);
				expect(solution.Status).toBe('Optimal');
				expect(heldAt(round, pairs, (column) => primalOf(solution.Columns[column]))).toEqual(held(round));
			}),
			runs(100)
		);
	});
});
