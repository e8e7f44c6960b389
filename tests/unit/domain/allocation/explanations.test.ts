import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes } from '$lib/domain/allocation/byte-order';
import { explain } from '$lib/domain/allocation/explanations';
import { orderLists } from '$lib/domain/allocation/list-order';
import { buildOrders } from '$lib/domain/allocation/orders';
import type { Round } from '$lib/domain/allocation/round';
import { Standings } from '$lib/domain/allocation/standings';
import { anyOutcome, holdersOf, wishes, worstHolder, type AnyOutcome } from '../../../support/any-outcome';
import { reasonBetween } from '../../../support/plain-order';
import { aRound, aRoundWithQuotas, aScarceRound } from '../../../support/random-round';
import { runs } from '../../../support/runs';

function explainedByHand(round: Round, made: AnyOutcome) {
	const rows = new Map(round.applications.map((row) => [row.id, row]));
	const explained = wishes(round, made).map(({ row, dwelling }) => {
		const home = round.dwellings.find(({ id }) => id === dwelling)!;
		const order = made.orders.get(dwelling)!;
		const worst = worstHolder(round, made, dwelling);
		const [place, holderPlace] = [order.indexOf(row.id) + 1, worst === undefined ? 0 : order.indexOf(worst) + 1];
		const passedOver = holdersOf(made, dwelling).length < (home.capacity ?? 1) || holderPlace > place;
		const because = () => {
			if (place === 0) return 'unacceptable';
			if (round.quotas?.length && passedOver) return 'quota';
			return worst === undefined ? 'frozen' : reasonBetween(round, home, rows.get(worst)!, row).because;
		};
		const places = { place: place || null, holderPlace: holderPlace || null };
		return { application: row.id, dwelling, ...places, because: because() };
	});
	return explained.toSorted((a, b) => compareBytes(a.application, b.application));
}

it.each([
	['several lists', aRound],
	['few dwellings', aScarceRound],
	['quotas', aRoundWithQuotas]
])('every better-liked dwelling is explained by what a plain comparison finds: %s', (_, rounds) => {
	fc.assert(
		fc.property(rounds, fc.array(fc.nat(2), { minLength: 1 }), (round, draws) => {
			const made = anyOutcome(round, draws);
			const { market, outcome } = made;
			const orders = buildOrders(market, new Standings(market, orderLists(market)));
			expect([...explain(market, orders, outcome)]).toEqual(explainedByHand(round, made));
		}),
		runs(150)
	);
});
