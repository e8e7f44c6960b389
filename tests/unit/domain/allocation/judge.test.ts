import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Judge } from '$lib/domain/allocation/judge';
import type { Round } from '$lib/domain/allocation/round';
import { anyOutcome, holdersOf, worstHolder, type AnyOutcome } from '../../../support/any-outcome';
import { active } from '../../../support/allocation-facts';
import { aRound, aScarceRound } from '../../../support/random-round';
import { runs } from '../../../support/runs';

const outcomes = fc.tuple(
	fc.oneof(aRound, { weight: 3, arbitrary: aScarceRound }),
	fc.array(fc.nat(2), { minLength: 1 })
);

/** The first keys below which no household, and none without a category, stands before a full dwelling's worst holder. */
function leastKeys(round: Round, made: AnyOutcome, id: string): [anybody: number, outside: number] {
	const { list, capacity = 1, setAside = [], order } = round.dwellings.find((row) => row.id === id)!;
	const worst = worstHolder(round, made, id);
	if (worst === undefined || order || holdersOf(made, id).length < capacity) return [-Infinity, -Infinity];
	const { categories = [], keys = {} } = round.applications.find((row) => row.id === worst)!;
	const first = new Map(Object.entries(keys)).get(list)?.[0] ?? -Infinity;
	const tier = setAside.findIndex((category) => categories.includes(category));
	return [tier === 0 || setAside.length === 0 ? first : -Infinity, tier >= 0 ? Infinity : first];
}

describe('the judge of an outcome', () => {
	it('accepts, and sees rightful envy, as the plain orders do', () => {
		fc.assert(
			fc.property(outcomes, ([round, draws]) => {
				const made = anyOutcome(round, draws);
				const judge = new Judge(made.market, made.outcome);
				for (const { id, choices } of active(round)) {
					for (const dwelling of choices) {
						const numbers = [made.market.applications.indexOf(id), made.market.dwellings.indexOf(dwelling)] as const;
						const order = made.orders.get(dwelling)!;
						const worst = worstHolder(round, made, dwelling);
						const accepted = order.includes(id);
						const envious = accepted && worst !== undefined && order.indexOf(id) < order.indexOf(worst);
						expect(judge.accepts(...numbers)).toBe(accepted);
						expect(accepted && judge.rightlyEnvies(...numbers)).toBe(envious);
					}
				}
			}),
			runs(800)
		);
	});

	it('knows the free places, and the first keys that exclude any envy', () => {
		fc.assert(
			fc.property(outcomes, ([round, draws]) => {
				const made = anyOutcome(round, draws);
				const judge = new Judge(made.market, made.outcome);
				round.dwellings.forEach(({ id, capacity = 1 }) => {
					const dwelling = made.market.dwellings.indexOf(id);
					expect(judge.placesLeft[dwelling]).toBe(capacity - holdersOf(made, id).length);
					const least = [judge.leastKey[dwelling], judge.leastKeyOutside[dwelling]];
					const exact = leastKeys(round, made, id);
					least.forEach((found, i) => {
						// As close as 24 bits allow, and never above.
						expect(found).toBeLessThanOrEqual(exact[i]!);
						expect(found).toBeGreaterThanOrEqual(
							exact[i]! < 0 ? exact[i]! * (1 + 2 ** -22) : exact[i]! * (1 - 2 ** -22)
						);
					});
				});
			}),
			runs(800)
		);
	});
});
