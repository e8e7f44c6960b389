import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '$lib/domain/allocation/reading/byte-window';
import { parseColumns, parseRound } from '$lib/domain/allocation/reading/parse-round';
import { roundOf } from '$lib/domain/allocation/round-of-columns';
import { sameText } from '$lib/domain/allocation/reading/same-text';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import { aRound, aRoundWithQuotas } from '../../../../support/random-round';
import { runs } from '../../../../support/runs';

/** The bytes, never more than this many at a time. */
function inPieces(bytes: Uint8Array, most: number): ByteSource {
	let at = 0;
	return (into) => {
		const part = bytes.subarray(at, at + Math.min(most, into.length));
		into.set(part);
		at += part.length;
		return part.length;
	};
}

function readInPieces(bytes: Uint8Array, most: number) {
	const parsed = parseColumns(inPieces(bytes, most));
	return parsed.ok ? { ok: true, round: roundOf(parsed.columns) } : parsed;
}

const encode = (text: string) => new TextEncoder().encode(text);
const escaped = (text: string) =>
	text.replace(/[^ -~\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const rounds = fc.oneof(aRound, aRoundWithQuotas).map(serializeRound);

describe('a round that comes in pieces', () => {
	it('is the round that is read at once, whatever the pieces', () => {
		fc.assert(
			fc.property(rounds, fc.boolean(), fc.integer({ min: 1, max: 40 }), (text, escape, most) => {
				const bytes = encode(escape ? escaped(text) : text);
				const read = readInPieces(bytes, most);
				expect(read).toEqual(parseRound(bytes));
				expect(read).toEqual(parseRound(encode(text)));
				expect(read.ok).toBe(true);
			}),
			runs(300)
		);
	});

	it('is refused at the same place and for the same reason, and never breaks the reader', () => {
		let refused = 0;
		fc.assert(
			fc.property(
				rounds,
				fc.nat(),
				fc.integer({ min: 0, max: 255 }),
				fc.integer({ min: 1, max: 9 }),
				(text, at, byte, most) => {
					const bytes = encode(text);
					bytes[at % bytes.length] = byte;
					const read = readInPieces(bytes, most);
					expect(read).toEqual(parseRound(bytes));
					if ('place' in read) {
						refused++;
						expect(`${read.place}: ${read.reason}`).toMatch(/^[^\n\r\u2028\u2029]+$/);
					}
				}
			),
			runs(500)
		);
		expect(refused).toBeGreaterThan(20);
	});

	it('may hold texts and numbers longer than what is held at a time', () => {
		const id = 'x'.repeat(700_000) + '\u{1f511}';
		const dwellings = [{ id, list: 'l' }];
		const applications = [{ id: 'a', choices: [id], keys: { l: [1] } }];
		const text = JSON.stringify({ format: 'round/1', notice: 'n', beacon: '00', dwellings, applications });
		const bytes = encode(text.replace('[1]', `[1${'0'.repeat(600_000)}e-600000]`));
		expect(readInPieces(bytes, 50_000)).toEqual({
			ok: true,
			round: { format: 'round/1', notice: 'n', beacon: '00', dwellings, applications }
		});
	});
});

it('a text compared in pieces is the same only to its last byte', () => {
	const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 });
	fc.assert(
		fc.property(texts, fc.integer({ min: 1, max: 7 }), (pieces, most) => {
			const bytes = encode(pieces.join(''));
			expect(sameText(pieces, inPieces(bytes, most))).toBe(true);
			expect(sameText([...pieces, 'x'], inPieces(bytes, most))).toBe(false);
			expect(sameText(pieces, inPieces(new Uint8Array([...bytes, 0x20]), most))).toBe(false);
		})
	);
});
