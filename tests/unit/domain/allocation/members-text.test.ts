import fc from 'fast-check';
import { expect, it } from 'vitest';
import { membersText } from '$lib/domain/allocation/members-text';

const textOf = (rows: readonly string[][]) => [
	...membersText(
		'rows',
		rows,
		(row) => row,
		(row) => 1 + row.length
	)
];

it('is the same as from one call', () => {
	const rows = fc.array(fc.array(fc.string(), { maxLength: 1_500, size: 'max' }), { maxLength: 6 });
	fc.assert(
		fc.property(rows, (some) => {
			expect(`{${textOf(some).join('').slice(1)}}`).toBe(JSON.stringify({ rows: some }));
		}),
		{ numRuns: 50 }
	);
});

it('writes long rows one by one, however many come after short ones', () => {
	const short = Array.from({ length: 3_000 }, () => ['x']);
	const long = Array.from({ length: 300 }, () => Array<string>(5_000).fill('y'));
	const longest = Math.max(...textOf([...short, ...long]).map((piece) => piece.length));
	expect(longest).toBeLessThan(2 * JSON.stringify(long[0]).length);
});
