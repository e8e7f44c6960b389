import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMarket } from '$lib/domain/allocation/build-market';
import { orderLists } from '$lib/domain/allocation/list-order';
import type { RoundApplication } from '$lib/domain/allocation/round';
import { runs } from '../../../support/runs';

interface Row {
	readonly key: number;
	readonly more: number;
	readonly ticket: number;
	readonly lists: number;
	readonly withdrawn: boolean;
}

/** Few values of everything that decides, so that every tie occurs; and so many households that every way of sorting is used. */
const households = fc
	.record({
		count: fc.constantFrom(0, 1, 5, 47, 48, 49, 50, 200),
		most: fc.constantFrom(0, 0, 1, 2 ** 40, Number.MAX_SAFE_INTEGER),
		tickets: fc.constantFrom(1, 1, 3, 1_000)
	})
	.chain(({ count, most, tickets }) => {
		const key = fc.oneof(fc.constantFrom(0, most, -most), fc.integer({ min: -most, max: most }));
		const row: fc.Arbitrary<Row> = fc.record({
			key,
			more: key,
			ticket: fc.nat(tickets),
			lists: fc.constantFrom(1, 2, 3, 3, 3, 3),
			withdrawn: fc.nat(9).map((die) => die === 0)
		});
		return fc.array(row, { minLength: count, maxLength: count, size: 'max' });
	});

const application = ({ key, more, lists, withdrawn }: Row, i: number): RoundApplication => ({
	id: String(1_000 + i),
	choices: [],
	keys: { ...(lists & 1 && { one: [key] }), ...(lists & 2 && { two: [more, key] }) },
	withdrawn
});

/** Half of the tickets differ in their upper words, half in their lower ones only. */
const ticketsOf = (rows: readonly Row[]) => ({
	high: Uint32Array.from(rows, ({ ticket }) => (ticket >> 1) * 0x40_0001),
	low: Uint32Array.from(rows, ({ ticket }) => ticket % 2)
});

function byComparison(rows: readonly Row[], list: 'one' | 'two'): number[] {
	const taking = [...rows.entries()].filter(([, row]) => row.lists & (list === 'one' ? 1 : 2) && !row.withdrawn);
	const compare = (a: Row, b: Row) => (list === 'two' && b.more - a.more) || b.key - a.key || a.ticket - b.ticket;
	return taking.toSorted(([i, a], [j, b]) => compare(a, b) || i - j).map(([i]) => i);
}

describe('the order of a list', () => {
	it('is keys descending, then tickets, then ids, however many are equal', () => {
		fc.assert(
			fc.property(households, (rows) => {
				const market = buildMarket(
					{ format: 'round/1', notice: 'n', beacon: '00', dwellings: [], applications: rows.map(application) },
					ticketsOf(rows)
				);
				const orders = orderLists(market).map((order, list) => [market.lists[list], [...order]]);
				for (const [list, order] of orders) expect(order).toEqual(byComparison(rows, list as 'one' | 'two'));
			}),
			runs(500)
		);
	});
});
