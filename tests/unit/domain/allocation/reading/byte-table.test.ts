import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes } from '$lib/domain/allocation/byte-order';
import { ByteTable } from '$lib/domain/allocation/reading/byte-table';

const encode = (text: string) => new TextEncoder().encode(text);
const texts = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat(3000).map(String)), {
	maxLength: 600,
	size: 'max'
});

it('holds each text once, finds it again, gives it back and compares it by its bytes', () => {
	fc.assert(
		fc.property(texts, (some) => {
			const table = ByteTable.of(some);
			const distinct = [...new Set(some)];
			expect(table.length).toBe(distinct.length);
			expect(Array.from(distinct, (_, i) => table.at(i))).toEqual(distinct);
			expect([table.at(-1), table.at(distinct.length)]).toEqual([undefined, undefined]);
			distinct.forEach((text, number) => {
				const bytes = encode(`<${text}>`);
				expect(table.find(bytes, 1, bytes.length - 1)).toBe(number);
				expect(table.add(bytes, 1, bytes.length - 1)).toBe(number);
				const other = (number * 7) % distinct.length;
				expect(Math.sign(table.compare(number, other))).toBe(Math.sign(compareBytes(text, distinct[other]!)));
			});
			const absent = encode('\u0000absent');
			expect(table.find(absent, 0, absent.length)).toBe(-1);
			expect(Array.from({ length: 2 }, (_, i) => table.pick(Int32Array.of(0)).at(i))).toEqual([distinct[0], undefined]);
		}),
		{ numRuns: 60 }
	);
});
