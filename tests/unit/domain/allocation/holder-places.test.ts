import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesOfHolders } from '$lib/domain/allocation/holder-places';
import { orderLists } from '$lib/domain/allocation/list-order';
import { Standings } from '$lib/domain/allocation/standings';
import { anyOutcome } from '../../../support/any-outcome';
import { aCrowdedRound, aRound, aScarceRound } from '../../../support/random-round';
import { runs } from '../../../support/runs';

it.each([
	['few households', fc.oneof(aRound, aScarceRound), 300],
	['many', aCrowdedRound, 10]
])('the place of each holder is its place in the whole order: %s', (_, rounds, count) => {
	fc.assert(
		fc.property(rounds, fc.array(fc.nat(2), { minLength: 1 }), (round, draws) => {
			const { market, outcome, orders, held } = anyOutcome(round, draws);
			const places = placesOfHolders(market, new Standings(market, orderLists(market)), outcome);
			const expected = market.applications.map((id) => (orders.get(held.get(id) ?? '')?.indexOf(id) ?? -1) + 1);
			expect([...places]).toEqual(expected);
		}),
		runs(count)
	);
});
