import fc from 'fast-check';
import { expect, it } from 'vitest';
import { radixSort, rowsOf } from '$lib/domain/allocation/radix-sort';
import { runs } from '../../../support/runs';

const word = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(0, 1, 2 ** 11, 2 ** 22, 2 ** 32 - 1) },
	fc.integer({ min: 0, max: 2 ** 32 - 1 })
);

it('sorts by the upper word, then the lower, and keeps the order of equal numbers', () => {
	const rows = fc.array(fc.tuple(word, word), { maxLength: 60, size: 'max' });
	fc.assert(
		fc.property(rows, fc.boolean(), (pairs, oneWord) => {
			const numbers = pairs.map(([high, low]) => (BigInt(oneWord ? 0 : high) << 32n) | BigInt(low));
			const records = pairs.map(([high, low], row) => (oneWord ? [row, low] : [row, low, high]));
			const sorted = radixSort({ words: Uint32Array.from(records.flat()), width: oneWord ? 2 : 3 });
			const expected = [...numbers.entries()]
				.toSorted(([i, x], [j, y]) => (x < y ? -1 : x > y ? 1 : i - j))
				.map(([i]) => i);
			expect([...rowsOf(sorted)]).toEqual(expected);
			expect([...sorted.words]).toEqual(expected.flatMap((i) => records[i]!));
		}),
		runs(300)
	);
});
