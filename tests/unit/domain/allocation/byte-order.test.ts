import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes, sortedByBytes } from '$lib/domain/allocation/byte-order';

/** On both sides of every limit: one to four bytes of UTF-8, and the surrogates of UTF-16 in between. */
const UNITS = ['a', '\u007f', '\u0080', '\u07ff', '\u0800', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'];
const texts = ['', ...UNITS, ...UNITS.flatMap((first) => UNITS.map((second) => first + second))];
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

it('compares two texts as their bytes compare', () => {
	const wrong = texts.flatMap((a) => texts.filter((b) => Math.sign(compareBytes(a, b)) !== byBytes(a, b)));
	expect(wrong).toEqual([]);
});

it('sorts a copy', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(texts, { maxLength: 8 }), (some) => {
			const before = [...some];
			expect(sortedByBytes(some)).toEqual(some.toSorted(byBytes));
			expect(some).toEqual(before);
		})
	);
});
