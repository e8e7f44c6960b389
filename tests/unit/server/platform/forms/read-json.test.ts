import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from '$lib/server/platform/forms/read-json';

const limit = { depth: 3, values: 5 };

test('nesting and values at the limit and above it', () => {
	expect(readJson('[[[1]]]', limit)).toEqual([[[1]]]);
	expect(readJson('[[[[1]]]]', limit)).toBeUndefined();
	expect(readJson('{"a":[1,2,3,4,5]}', limit)).toEqual({ a: [1, 2, 3, 4, 5] });
	expect(readJson('{"a":[1,2,3,4,5],"b":6}', limit)).toBeUndefined();
	expect(readJson('['.repeat(100_000) + ']'.repeat(100_000), { depth: 20, values: 5_000 })).toBeUndefined();
});

test('signs inside texts do not count', () => {
	const text = JSON.stringify('[[[[,,,,,,\\"[[[["');
	expect(readJson(text, limit)).toBe(JSON.parse(text));
});

test('what is no JSON is nothing', () => {
	for (const text of ['', '{', 'x', '"', '[1', ']', '\\']) expect(readJson(text, limit)).toBeUndefined();
});

test('within the limit it reads what the platform reads', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(readJson(JSON.stringify(value), { depth: 1_000, values: 1_000_000 })).toEqual(
				JSON.parse(JSON.stringify(value))
			);
		})
	);
});
