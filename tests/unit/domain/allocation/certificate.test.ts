import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMarket } from '$lib/domain/allocation/build-market';
import { certify } from '$lib/domain/allocation/certificate';
import { seatFrozen } from '$lib/domain/allocation/outcome';
import type { Round } from '$lib/domain/allocation/round';
import { naiveOrder } from '../../../support/naive-round';
import { aRound } from '../../../support/random-round';
import { runs } from '../../../support/runs';

/** Any outcome, fair or not: each household, in turn, holds the first of its choices from a drawn one on with a place. */
function anyOutcome(round: Round, draws: readonly number[]) {
	const market = buildMarket(round);
	const outcome = seatFrozen(market);
	const orders = new Map(round.dwellings.map((dwelling) => [dwelling.id, naiveOrder(round, dwelling)]));
	market.applications.forEach((id, application) => {
		if (market.active[application] === 0 || market.frozenAt[application]! >= 0) return;
		const from = market.choiceStart[application]! + (draws[application % draws.length] ?? 0);
		for (let edge = from; edge < market.choiceStart[application + 1]!; edge++) {
			const dwelling = market.choices[edge]!;
			if (outcome.free[dwelling]! < 1 || !orders.get(market.dwellings[dwelling]!)?.includes(id)) continue;
			outcome.free[dwelling]!--;
			outcome.dwelling[application] = dwelling;
			outcome.edge[application] = edge;
			return;
		}
	});
	const held = new Map<string, string>();
	outcome.dwelling.forEach((d, a) => d >= 0 && held.set(market.applications[a]!, market.dwellings[d]!));
	return { market, outcome, orders, held };
}

function countByHand(round: Round, { orders, held }: ReturnType<typeof anyOutcome>) {
	const counts = { blockingPairs: 0, wasted: 0, checked: 0 };
	const frozen = new Set(round.applications.filter((a) => a.frozen !== undefined).map(({ id }) => id));
	for (const { id, choices, withdrawn } of round.applications) {
		if (withdrawn || frozen.has(id)) continue;
		for (const dwelling of choices) {
			if (held.get(id) === dwelling) break;
			counts.checked++;
			const order = orders.get(dwelling) ?? [];
			if (!order.includes(id)) continue;
			const holders = [...held].filter(([, d]) => d === dwelling).map(([holder]) => holder);
			const worse = holders.some((holder) => !frozen.has(holder) && order.indexOf(holder) > order.indexOf(id));
			const { capacity = 1 } = round.dwellings.find((row) => row.id === dwelling)!;
			if (worse) counts.blockingPairs++;
			if (holders.length < capacity) counts.wasted++;
		}
	}
	return counts;
}

describe('the certificate', () => {
	it('counts in any outcome, however unfair, what a plain count finds', () => {
		let unfair = 0;
		let wasteful = 0;
		fc.assert(
			fc.property(aRound, fc.array(fc.nat(2), { minLength: 1 }), (round, draws) => {
				const made = anyOutcome(round, draws);
				const certificate = certify(made.market, made.outcome);
				expect(certificate).toEqual(countByHand(round, made));
				unfair += certificate.blockingPairs;
				wasteful += certificate.wasted;
			}),
			runs(300)
		);
		expect(unfair).toBeGreaterThan(0);
		expect(wasteful).toBeGreaterThan(0);
	});
});
