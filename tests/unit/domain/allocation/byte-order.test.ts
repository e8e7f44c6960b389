import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes, sortedByBytes } from '$lib/domain/allocation/byte-order';
import { runs } from '../../../support/runs';

/** On both sides of every border: one to four bytes of UTF-8, and the surrogates that UTF-16 has in between. */
const unit = fc
	.constantFrom('a', 'b', '\u007f', '\u0080', '\u07ff', '\u0800', '\ud7ff', '\ue000', '\uffff')
	.chain((c) => fc.constantFrom(c, '\u{10000}', '\u{10ffff}'));
const text = fc.string({ unit, maxLength: 4 });
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

it('compares two texts as their bytes compare', () => {
	fc.assert(
		fc.property(text, text, (a, b) => {
			expect(Math.sign(compareBytes(a, b))).toBe(byBytes(a, b));
			expect(Math.sign(compareBytes(a + b, a))).toBe(byBytes(a + b, a));
		}),
		runs(1_000)
	);
});

it('sorts a copy', () => {
	fc.assert(
		fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
			const before = [...texts];
			expect(sortedByBytes(texts)).toEqual(texts.toSorted(byBytes));
			expect(texts).toEqual(before);
		}),
		runs(300)
	);
});
