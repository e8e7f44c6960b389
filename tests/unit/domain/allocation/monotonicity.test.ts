import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quota, Round, RoundApplication } from '$lib/domain/allocation/round';
import { active, aRoundAndHousehold, held, ordersOf, rank, withApplication } from '../../../support/allocation-facts';
import { aRound, aRoundWithQuotas } from '../../../support/random-round';
import { runs } from '../../../support/runs';

const lots = runs(300);

const raised = (keys: RoundApplication['keys']) =>
	Object.fromEntries(
		Object.entries(keys ?? {}).map(([list, values]) => {
			return [list, values.map((key, i) => (i === 0 ? Math.min(key + 1, Number.MAX_SAFE_INTEGER) : key))];
		})
	);

/** The round with one household one place further up in the orders of some dwellings, all of them written out. */
function onePlaceUp(round: Round, id: string, where: readonly boolean[]): Round {
	const orders = ordersOf(round);
	return {
		...round,
		dwellings: round.dwellings.map((dwelling, i) => {
			const order = [...orders.get(dwelling.id)!];
			const at = order.indexOf(id);
			if (at > 0 && where[i % where.length]) order.splice(at - 1, 2, id, order[at - 1]!);
			return { ...dwelling, setAside: [], exclusive: false, order };
		})
	};
}

const guaranteesOnly = (round: Round): Round => ({
	...round,
	quotas: round.quotas?.map((quota): Quota => ({ ...quota, kind: 'guarantee' }))
});

describe('never hurts the household itself:', () => {
	it('one place up, in one order or in several', () => {
		const where = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(aRoundAndHousehold(aRound), where, ([round, household], up) => {
				const before = rank(household, held(onePlaceUp(round, household.id, [false])));
				expect(before).toBe(rank(household, held(round)));
				expect(rank(household, held(onePlaceUp(round, household.id, up)))).toBeLessThanOrEqual(before);
			}),
			lots
		);
	});

	it('more points, whatever is set aside or guaranteed', () => {
		fc.assert(
			fc.property(aRoundAndHousehold(fc.oneof(aRound, aRoundWithQuotas)), ([round, household]) => {
				const more = withApplication(round, { ...household, keys: raised(household.keys) });
				expect(rank(household, held(more))).toBeLessThanOrEqual(rank(household, held(round)));
			}),
			lots
		);
	});

	it('a category it truly belongs to, set aside for or guaranteed', () => {
		const rounds = fc.oneof(aRound, aRoundWithQuotas.map(guaranteesOnly));
		const category = fc.constantFrom('very-poor', 'disabled', 'young', 'é');
		fc.assert(
			fc.property(aRoundAndHousehold(rounds), category, ([round, household], added) => {
				const categories = [...new Set([...(household.categories ?? []), added])];
				const outcome = held(withApplication(round, { ...household, categories }));
				expect(rank(household, outcome)).toBeLessThanOrEqual(rank(household, held(round)));
			}),
			lots
		);
	});
});

describe('a ceiling', () => {
	it('does hurt a household of its category: that is its purpose, and why set-asides are proposed instead', () => {
		const household = { id: 'b', choices: ['u1', 'u2'], keys: { l: [1] } };
		const round = (categories: readonly string[]): Round => ({
			format: 'round/1',
			notice: 'n',
			beacon: '00',
			dwellings: ['u1', 'u2'].map((id) => ({ id, list: 'l' })),
			applications: [
				{ id: 'a', choices: ['u1', 'u2'], keys: { l: [2] }, categories: ['young'] },
				{ ...household, categories }
			],
			quotas: [{ kind: 'ceiling', category: 'young', places: 1 }]
		});
		expect(held(round([])).get('b')).toBe('u2');
		expect(held(round(['young'])).has('b')).toBe(false);
	});
});

describe('one dwelling less', () => {
	it('helps no household', () => {
		fc.assert(
			fc.property(aRound, fc.nat(), (round, draw) => {
				const free = round.dwellings.filter(({ id }) => round.applications.every(({ frozen }) => frozen !== id));
				if (free.length === 0) return;
				const gone = free[draw % free.length]!.id;
				const fewer = {
					...round,
					dwellings: round.dwellings.filter(({ id }) => id !== gone),
					applications: round.applications.map((row) => ({ ...row, choices: row.choices.filter((id) => id !== gone) }))
				};
				const [before, after] = [held(round), held(fewer)];
				for (const row of active(round)) expect(rank(row, after)).toBeGreaterThanOrEqual(rank(row, before));
			}),
			lots
		);
	});
});
