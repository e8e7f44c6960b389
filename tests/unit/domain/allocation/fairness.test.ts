import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicProjection } from '$lib/domain/allocation/public-projection';
import type { Round } from '$lib/domain/allocation/round';
import { runRound } from '$lib/domain/allocation/run-round';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import { held, isStable, ordersOf, placesOf } from '../../../support/allocation-facts';
import { aCrowdedRound, aRound, aRoundWithQuotas } from '../../../support/random-round';
import { runs } from '../../../support/runs';

const anyRound = fc.oneof(aRound, aRoundWithQuotas);
const lots = runs(300);

/** The same round with rows, categories, quotas and the members of `keys` in another order. */
function shuffled(round: Round, draws: readonly number[]): Round {
	let at = 0;
	const draw = () => draws[at++ % draws.length]!;
	const mix = <Row>(rows: readonly Row[]) => {
		const left = [...rows];
		return rows.map(() => left.splice(draw() % left.length, 1)[0]!);
	};
	return {
		...round,
		dwellings: mix(round.dwellings),
		quotas: round.quotas && mix(round.quotas),
		applications: mix(round.applications).map((row) => ({
			...row,
			categories: row.categories && mix(row.categories),
			keys: row.keys && Object.fromEntries(mix(Object.entries(row.keys)))
		}))
	};
}

describe('the outcome of a round', () => {
	it('is feasible: places, choices, signed and withdrawn households', () => {
		fc.assert(
			fc.property(anyRound, (round) => {
				const outcome = held(round);
				for (const { id } of round.dwellings) {
					const holders = [...outcome.values()].filter((dwelling) => dwelling === id);
					expect(holders.length).toBeLessThanOrEqual(placesOf(round, id));
				}
				for (const { id, choices, frozen, withdrawn } of round.applications) {
					if (frozen !== undefined) expect(outcome.get(id)).toBe(frozen);
					else if (withdrawn) expect(outcome.has(id)).toBe(false);
					else if (outcome.has(id)) expect(choices).toContain(outcome.get(id));
				}
			}),
			lots
		);
	});

	it('leaves no justified envy and wastes nothing, and its certificate says so', () => {
		fc.assert(
			fc.property(aRound, (round) => {
				expect(isStable(round, ordersOf(round), held(round))).toBe(true);
				expect(runRound(round, '').certificate).toMatchObject({ blockingPairs: 0, wasted: 0 });
			}),
			lots
		);
	});

	it('does not depend on the order of any rows', () => {
		fc.assert(
			fc.property(anyRound, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), (round, draws) => {
				const other = shuffled(round, draws);
				expect(runRound(other, '', { explain: true })).toEqual(runRound(round, '', { explain: true }));
				expect(serializeRound(other)).toBe(serializeRound(round));
			}),
			lots
		);
	});
});

describe('the order of a dwelling', () => {
	it.each([
		['few households', aRound, 200],
		['many households', aCrowdedRound, 20]
	])('is that of a plain comparator sort: %s', (_, rounds, count) => {
		fc.assert(
			fc.property(rounds, (round) => {
				const published = publicProjection(round).dwellings.map(({ id, order }) => [id, order]);
				expect(new Map(published as [string, string[]][])).toEqual(ordersOf(round));
			}),
			runs(count)
		);
	});
});
