import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MarketColumns } from '$lib/domain/allocation/market';
import { packKeys } from '$lib/domain/allocation/pack-keys';
import { rowsOf } from '$lib/domain/allocation/radix-sort';
import { runs } from '../../../support/runs';

/** Spans from 0 to more than fit, including those around a power of two. */
const columns = fc.array(
	fc.constantFrom(0, 1, 2, 3, 2 ** 9, 2 ** 20, 2 ** 31, 2 ** 32, 2 ** 47, 2 ** 48 - 1, 2 ** 49, 2 ** 52, 2 ** 53 - 1),
	{ maxLength: 4 }
);
const tables = columns.chain((spans) => {
	const key = (span: number) =>
		fc.oneof(fc.constantFrom(0, span), fc.integer({ min: 0, max: span })).map((value) => value - Math.floor(span / 2));
	const row = fc.record({ keys: fc.tuple(...spans.map(key)), ticket: fc.integer({ min: 0, max: 2 ** 32 - 1 }) });
	return fc.record({ width: fc.constant(spans.length), rows: fc.array(row, { maxLength: 5 }) });
});

/** The definition: as many keys as fit in 53 bits, then the ticket up to the end of a word. */
function byDefinition(rows: readonly { keys: readonly number[]; ticket: number }[], width: number) {
	let used = 0;
	let fitting = 0;
	const packed = rows.map(() => 0n);
	for (; fitting < width; fitting++) {
		const column = rows.map(({ keys }) => BigInt(keys[fitting]!));
		const greatest = column.reduce((a, b) => (a > b ? a : b), column[0] ?? 0n);
		const least = column.reduce((a, b) => (a < b ? a : b), column[0] ?? 0n);
		const bits = greatest === least ? 0 : (greatest - least).toString(2).length;
		if (used + bits > 53) break;
		used += bits;
		column.forEach((key, i) => (packed[i] = (packed[i]! << BigInt(bits)) | (greatest - key)));
	}
	const allKeys = fitting === width;
	const whole = used <= 32 ? 32 : 53;
	const ticketBits = allKeys ? BigInt(whole - used) : 0n;
	return {
		allKeys,
		packed: packed.map((one, i) => (one << ticketBits) | (BigInt(rows[i]!.ticket) >> (32n - ticketBits))),
		oneWord: used + Number(ticketBits) <= 32
	};
}

it('packs leading keys, and the ticket where all fit, so that less is better', () => {
	fc.assert(
		fc.property(tables, ({ width, rows }) => {
			const market = {
				keys: Float64Array.from(rows.toReversed().flatMap(({ keys }) => keys)),
				ticketHigh: Uint32Array.from([7, ...rows.map(({ ticket }) => ticket)])
			} as unknown as MarketColumns;
			const applications = Int32Array.from(rows, (_, i) => i + 1);
			const keysAt = Int32Array.from(rows, (_, i) => (rows.length - 1 - i) * width);
			const { words, width: size, allKeys } = packKeys(market, applications, keysAt, width);
			const word = (i: number, at: number) => BigInt(at < size ? words[i * size + at]! : 0);
			const packed = rows.map((_, i) => (word(i, 2) << 32n) | word(i, 1));
			expect({ allKeys, packed, oneWord: size === 2 }).toEqual(byDefinition(rows, width));
			expect(words).toHaveLength(rows.length * size);
			expect(rowsOf({ words, width: size })).toEqual(applications);
		}),
		runs(1_000)
	);
});
