import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '$lib/domain/allocation/certificate';
import { Judge } from '$lib/domain/allocation/judge';
import type { Round, RoundApplication } from '$lib/domain/allocation/round';
import { anyOutcome, holdersOf, wishes, worstHolder, type AnyOutcome } from '../../../support/any-outcome';
import { aRound, aRoundWithQuotas, aScarceRound, aScarceRoundWithQuotas } from '../../../support/random-round';
import { runs } from '../../../support/runs';

/** Whether a quota may pass over a household: its category is at the ceiling, or it is not of the guarantee that housed another. */
function excuses(round: Round, { held, guaranteed }: AnyOutcome) {
	const rows = new Map(round.applications.map((row) => [row.id, row]));
	const isOf = (id: string, category: string) => rows.get(id)?.categories?.includes(category) ?? false;
	const housed = (category: string) => [...held.keys()].filter((id) => isOf(id, category)).length;
	const { quotas = [] } = round;
	const capped = (id: string) =>
		quotas.some((q) => q.kind === 'ceiling' && isOf(id, q.category) && housed(q.category) >= q.places);
	const passedOver = (id: string, holder: string) =>
		guaranteed.has(holder) &&
		quotas.some((q) => q.kind === 'guarantee' && isOf(holder, q.category) && !isOf(id, q.category));
	return { capped, passedOver };
}

function countByHand(round: Round, made: AnyOutcome) {
	const { capped, passedOver } = excuses(round, made);
	const counts = { blockingPairs: 0, wasted: 0, checked: 0 };
	for (const { row, dwelling } of wishes(round, made)) {
		counts.checked++;
		const order = made.orders.get(dwelling) ?? [];
		if (!order.includes(row.id) || capped(row.id)) continue;
		const worst = worstHolder(round, made, dwelling);
		const envied = worst !== undefined && order.indexOf(worst) > order.indexOf(row.id);
		const { capacity = 1 } = round.dwellings.find(({ id }) => id === dwelling)!;
		if (envied && !passedOver(row.id, worst)) counts.blockingPairs++;
		if (holdersOf(made, dwelling).length < capacity) counts.wasted++;
	}
	return counts;
}

const draws = fc.array(fc.nat(2), { minLength: 1 });

describe('the certificate', () => {
	it.each([
		['an unfair outcome', fc.oneof(aRound, { weight: 3, arbitrary: aScarceRound })],
		['one that forgets its quotas', fc.oneof(aRoundWithQuotas, aScarceRoundWithQuotas)]
	])('counts what a plain count finds in %s', (_, rounds) => {
		let faults = 0;
		fc.assert(
			fc.property(rounds, draws, (round, drawn) => {
				const made = anyOutcome(round, drawn);
				const certificate = certify(made.market, made.outcome);
				expect(certificate).toEqual(countByHand(round, made));
				faults += certificate.blockingPairs + certificate.wasted;
			}),
			runs(400)
		);
		expect(faults).toBeGreaterThan(0);
	});

	it('compares only households that their first key does not exclude', () => {
		fc.assert(
			fc.property(aScarceRound, draws, (round, drawn) => {
				const made = anyOutcome(round, drawn);
				const { leastKey, leastKeyOutside } = new Judge(made.market, made.outcome);
				const possible = wishes(round, made).filter(({ row, dwelling }) => {
					const least = row.categories?.length ? leastKey : leastKeyOutside;
					return firstKey(round, row, dwelling) >= least[made.market.dwellings.indexOf(dwelling)]!;
				});
				expect(countComparisons(() => certify(made.market, made.outcome))).toBe(possible.length);
			}),
			runs(600)
		);
	});
});

/** For a dwelling's list. Not used for a household that has keys for no list or for several. */
function firstKey(round: Round, { keys = {} }: RoundApplication, dwelling: string): number {
	const { list } = round.dwellings.find(({ id }) => id === dwelling)!;
	const lists = Object.entries(keys);
	if (lists.length !== 1) return Infinity;
	const [[name, values]] = lists as [[string, readonly number[]]];
	return name === list ? (values[0] ?? Infinity) : -Infinity;
}

function countComparisons(work: () => void): number {
	const { rightlyEnvies } = Judge.prototype;
	let count = 0;
	Judge.prototype.rightlyEnvies = function (...args) {
		count++;
		return rightlyEnvies.apply(this, args);
	};
	try {
		work();
	} finally {
		Judge.prototype.rightlyEnvies = rightlyEnvies;
	}
	return count;
}
