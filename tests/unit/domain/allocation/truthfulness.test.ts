import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Round } from '$lib/domain/allocation/round';
import {
	aRoundAndHousehold,
	everyList,
	held,
	rank,
	withApplication,
	type Held
} from '../../../support/allocation-facts';
import { byCountAcrossLists, firstChoiceFirst } from '../../../support/other-mechanisms';
import { aMarketOfTwoOwners, aRoundUpTo } from '../../../support/random-round';
import { runs } from '../../../support/runs';

/** A household that gains by handing in another list than its true one. Tries every household and every list. */
function canBeGamed(round: Round, mechanism: (round: Round) => Held): boolean {
	const honest = mechanism(round);
	return round.applications.some((household) =>
		everyList(household.choices).some((choices) => {
			const outcome = mechanism(withApplication(round, { ...household, choices }));
			return rank(household, outcome) < rank(household, honest);
		})
	);
}

/** A household that is better off without a category it belongs to. */
function punishesMembers(round: Round, mechanism: (round: Round) => Held): boolean {
	const honest = mechanism(round);
	return round.applications.some((household) => {
		const outcome = mechanism(withApplication(round, { ...household, categories: [] }));
		return rank(household, outcome) < rank(household, honest);
	});
}

/** How many of so many random markets of 5 households and 4 dwellings of two owners have the fault. */
function marketsWith(fault: (round: Round) => boolean, count: number): number {
	return fc.sample(aMarketOfTwoOwners, { numRuns: count, seed: 1962 }).filter(fault).length;
}

const byCount = (round: Round) => byCountAcrossLists(round, 'disabled', 1);

describe('every list that every household could hand in, in random markets of 5 by 4', () => {
	it('never gets anybody more than the truth does, with dwellings set aside', () => {
		expect(marketsWith((round) => canBeGamed(round, held), runs(50).numRuns)).toBe(0);
	});

	it('and belonging to a category never hurts', () => {
		expect(marketsWith((round) => punishesMembers(round, held), runs(100).numRuns)).toBe(0);
	});

	it('does get somebody more where quotas are counted across two owners, and belonging hurts there', () => {
		expect(marketsWith((round) => canBeGamed(round, byCount), 25)).toBeGreaterThan(0);
		expect(marketsWith((round) => punishesMembers(round, byCount), 50)).toBeGreaterThan(0);
	});

	it('does get somebody more where first choices are served first', () => {
		expect(marketsWith((round) => canBeGamed(round, firstChoiceFirst), 25)).toBeGreaterThan(0);
	});
});

describe('in any round', () => {
	it('no reordering and no dropping of choices helps', () => {
		fc.assert(
			fc.property(aRoundAndHousehold(aRoundUpTo(4, 6)), ([round, household]) => {
				const truth = rank(household, held(round));
				for (const choices of everyList(household.choices)) {
					const outcome = held(withApplication(round, { ...household, choices }));
					expect(rank(household, outcome)).toBeGreaterThanOrEqual(truth);
				}
			}),
			runs(100)
		);
	});
});
