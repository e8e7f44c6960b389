import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeRound } from '$lib/domain/allocation/compute-round';
import { placesOfHolders } from '$lib/domain/allocation/holder-places';
import { orderLists } from '$lib/domain/allocation/list-order';
import { Standings } from '$lib/domain/allocation/standings';
import { anyOutcome } from '../../../support/any-outcome';
import { aCrowdedRound, aRound, aScarceRound } from '../../../support/random-round';
import { runs } from '../../../support/runs';

it('is the same as in the whole order when the allocation marked households behind every holder', () => {
	let told = 0;
	fc.assert(
		fc.property(fc.oneof(aRound, aScarceRound, aCrowdedRound), (round) => {
			const { market, standings, outcome, orders } = computeRound(round);
			const places = placesOfHolders(market, standings, outcome);
			expect([...places]).toEqual(Array.from(outcome.edge, (edge) => (edge < 0 ? 0 : orders.places[edge]!)));
			told += outcome.behindAll?.reduce((sum, behind) => sum + behind, 0) ?? 0;
		}),
		runs(300)
	);
	expect(told).toBeGreaterThan(0);
});

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
