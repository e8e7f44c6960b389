import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_OPEN, inProportion, sizeGroups } from '$lib/domain/allocation/size-groups';

const rowsOf = (counts: readonly number[]) =>
	counts.flatMap((count, size) =>
		Array.from({ length: count }, (_, i) => ({ sizeClass: size + 1, id: `${size}-${i}` }))
	);
const shown = (counts: readonly number[], wanted: readonly number[]) =>
	sizeGroups(rowsOf(counts), wanted).map(({ sizes, counts: of, dwellings }) => [sizes, of, dwellings.length]);

describe('how many dwellings of each size are set aside', () => {
	test('in proportion, by the largest remainders', () => {
		expect(inProportion(5, [10, 10, 5])).toEqual([2, 2, 1]);
		// 1.5 and 1.5: the first of equal remainders.
		expect(inProportion(3, [7, 7])).toEqual([2, 1]);
		expect(inProportion(0, [3])).toEqual([0]);
		expect(inProportion(0, [])).toEqual([]);
		expect(shown([20, 10, 20], [10])).toEqual([
			[[1], [4], 20],
			[[2], [2], 10],
			[[3], [4], 20]
		]);
	});

	test('a size of which fewer than four would stay open is joined with the next, the largest with the one below', () => {
		expect(shown([2, 20, 3], [8])).toEqual([[[1, 2, 3], [8], 25]]);
		expect(shown([4, 20], [5])).toEqual([[[1, 2], [5], 24]]);
		expect(shown([20, 4], [5])).toEqual([[[1, 2], [5], 24]]);
	});

	test('a size of which none is set aside stays apart, however few there are', () => {
		expect(shown([1, 40], [4])).toEqual([
			[[1], [0], 1],
			[[2], [4], 40]
		]);
	});

	test('a list too short to keep four open is one group', () => {
		expect(shown([1], [1])).toEqual([[[1], [1], 1]]);
		expect(shown([2, 2], [1])).toEqual([[[1, 2], [1], 4]]);
	});

	test('every category has its number, no group has more than its dwellings, and four stay open where one is drawn', () => {
		const lists = fc.array(fc.nat(15), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(lists, fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }), (counts, asked) => {
				const rows = rowsOf(counts);
				let left = rows.length;
				const wanted = asked.map((homes) => {
					const given = Math.min(homes, left);
					left -= given;
					return given;
				});
				const groups = sizeGroups(rows, wanted);
				expect(groups.flatMap(({ dwellings }) => dwellings.map(({ id }) => id)).sort()).toEqual(
					rows.map(({ id }) => id).sort()
				);
				for (const [index, homes] of wanted.entries()) {
					expect(groups.reduce((sum, { counts: of }) => sum + of[index]!, 0)).toBe(rows.length === 0 ? 0 : homes);
				}
				for (const { dwellings, counts: of } of groups) {
					const aside = of.reduce((sum, count) => sum + count, 0);
					expect(aside).toBeLessThanOrEqual(dwellings.length);
					if (aside > 0 && groups.length > 1) expect(dwellings.length - aside).toBeGreaterThanOrEqual(FEWEST_OPEN);
				}
			})
		);
	});
});
