import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppress, type Cell } from '$lib/domain/what-if/suppress';

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Every table of so many cells whose sum is at most `most`. */
function* tables(cells: number, most: number): Generator<number[]> {
	if (cells === 0) return yield [];
	for (let count = 0; count <= most; count++)
		for (const rest of tables(cells - 1, most - count)) yield [count, ...rest];
}

describe('a count under four', () => {
	test('is never shown, one of four is', () => {
		expect(suppress([4, 5, 6])).toEqual([4, 5, 6]);
		expect(suppress([3, 1, 60])).toEqual([null, null, 60]);
	});

	test('takes the next smallest with it when it is alone', () => {
		expect(suppress([2, 50, 9, 20])).toEqual([null, 50, null, 20]);
	});

	test('hides more when the hidden counts could be worked out', () => {
		// Two hidden cells of 11 together, and the second not above 8, could only be 3 and 8.
		expect(suppress([3, 8, 8, 20])).toEqual([null, null, null, 20]);
	});

	test('shows nothing when nothing hides it', () => {
		expect(suppress([3])).toBeNull();
		expect(suppress([0, 0, 0])).toBeNull();
	});
});

test.each([2, 3, 4])('no reader of %i cells, their total and this rule can tell a hidden count', (cells) => {
	const known = new Map<string, { shown: readonly Cell[]; possible: Set<number>[] }>();
	for (const counts of tables(cells, 18)) {
		const shown = suppress(counts);
		if (!shown) continue;
		const key = `${sum(counts)}: ${shown.join()}`;
		const { possible } = known.get(key) ?? known.set(key, { shown, possible: counts.map(() => new Set()) }).get(key)!;
		counts.forEach((count, cell) => possible[cell]!.add(count));
	}
	const told = [...known].filter(([, { shown, possible }]) =>
		shown.some((cell, i) => cell === null && possible[i]!.size < 3)
	);
	expect(told.map(([key]) => key)).toEqual([]);
	expect(known.size).toBeGreaterThan(50);
});

test('shown counts are true and never under four, and a table of many households shows most of its counts', () => {
	const large = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 });
	fc.assert(
		fc.property(large, (counts) => {
			const shown = suppress(counts);
			if (!shown) return counts.some((count) => count < 4);
			return shown.every((cell, i) => cell === null || (cell === counts[i] && cell >= 4));
		})
	);
	expect(suppress([2, 100, 200, 300, 400])?.filter((cell) => cell !== null)).toEqual([200, 300, 400]);
});
