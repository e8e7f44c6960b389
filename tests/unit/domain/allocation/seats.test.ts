import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarketColumns } from '$lib/domain/allocation/market';
import { Seats } from '$lib/domain/allocation/seats';
import type { Standings } from '$lib/domain/allocation/standings';
import { runs } from '../../../support/runs';

const ANYBODY = 2 ** 31 - 1;

/** Lots that every household chose. The household with the smallest number stands best in each. */
function lots(households: number, places: readonly number[]) {
	const market = {
		active: new Uint8Array(households).fill(1),
		choiceStart: Int32Array.from({ length: households + 1 }, (_, i) => i * places.length),
		choices: Int32Array.from({ length: households * places.length }, (_, i) => i % places.length),
		capacity: Float64Array.from(places)
	} as unknown as MarketColumns;
	const standings = {
		of: (a: number) => a,
		column: (length: number) => new Int32Array(length)
	} as unknown as Standings;
	return new Seats(market, standings, Float64Array.from(places));
}

const asked = fc
	.record({ places: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), households: fc.integer({ min: 1, max: 30 }) })
	.chain(({ places, households }) => {
		const pairs = Array.from({ length: households * places.length }, (_, i) => ({
			standing: Math.floor(i / places.length),
			lot: i % places.length
		}));
		const order = fc.shuffledSubarray(pairs, { minLength: 0, maxLength: pairs.length });
		return fc.record({ places: fc.constant(places), households: fc.constant(households), order });
	});

describe('the seats of a lot', () => {
	it('go to the households that stand best, whichever asked first', () => {
		fc.assert(
			fc.property(asked, ({ places, households, order }) => {
				const seats = lots(households, places);
				const seated: number[][] = places.map(() => []);
				for (const { standing, lot } of order) {
					const mine = seated[lot]!;
					const room = Math.min(places[lot]!, households);
					const bar = room === 0 ? 0 : mine.length < room ? ANYBODY : Math.max(...mine);
					expect(seats.bar[lot]).toBe(bar);
					if (standing >= bar) continue;
					const sentAway = mine.length < room ? -1 : bar;
					expect(seats.take(lot, standing)).toBe(sentAway);
					seated[lot] = [...mine.filter((one) => one !== sentAway), standing];
				}
			}),
			runs(2_000)
		);
	});
});
