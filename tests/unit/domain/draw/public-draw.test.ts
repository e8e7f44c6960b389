import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawBeacon, keyString, readDraw } from '$lib/domain/draw/public-draw';
import { selectFromPool } from '$lib/domain/draw/select-from-pool';

/** RFC 3797 section 6: two lotteries and a market, and the numbers selected. */
const sources = [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]];
const key = '9319./2.5.8.10.12./9.18.26.34.41.45./';

describe('RFC 3797', () => {
	test('the key string of the worked example', () => {
		expect(keyString(sources)).toBe(key);
	});

	test('the selection of the worked example', () => {
		expect(selectFromPool(key, 25, 10)).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13]);
	});

	test('no entry is selected twice, and every entry once when all are wanted', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 400 }), (text, pool) => {
				const all = selectFromPool(text, pool, pool);
				expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: pool }, (_, i) => i + 1));
			}),
			{ numRuns: 50 }
		);
	});

	test.each([
		[3, 4],
		[70_000, 1],
		[3, -1],
		[2.5, 1]
	])('of %d, %d cannot be selected', (pool, count) => {
		expect(() => selectFromPool(key, pool, count)).toThrow(RangeError);
	});
});

describe('numbers as a person types them', () => {
	test.each([
		['7 19 34 58 81', '7.19.34.58.81./'],
		[' 81, 58 ;34-19.07 ', '7.19.34.58.81./'],
		['9319\n2 5 12 8 10\r\n\n9.18.26.34.41.45', key],
		[key, key]
	])('%j', (typed, written) => {
		expect(keyString(readDraw(typed)!)).toBe(written);
	});

	test.each(['', '1 2 3 4', 'sette 19 34 58 81 90', '1234567890 1 2 3 4', '1 '.repeat(201)])(
		'%j is refused',
		(typed) => {
			expect(readDraw(typed)).toBeNull();
		}
	);

	test('two persons who write the same numbers in another order give the same key', () => {
		const numbers = fc.array(fc.nat(999_999_999), { minLength: 5, maxLength: 20 });
		fc.assert(
			fc.property(
				numbers.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
				([one, other]) => {
					expect(keyString(readDraw(other.join(', '))!)).toBe(keyString(readDraw(one.join(' '))!));
				}
			)
		);
	});
});

test('the beacon is the output of `printf KEY | sha256sum`', () => {
	expect(drawBeacon(key)).toBe(createHash('sha256').update(key).digest('hex'));
});
