import { expect, it } from 'vitest';
import { parseRound } from '$lib/domain/allocation/reading/parse-round';
import { readable, refusedRounds } from '../../../../support/data/refused-rounds';
import { readPlainly } from '$lib/domain/allocation/reference/read-plainly';

const encode = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);

it('the round they all differ from is read', () => {
	expect(parseRound(encode(readable)).ok).toBe(true);
	expect(readPlainly(encode(readable))).not.toBeNull();
});

it.each(refusedRounds)('refused: %s', (_, text, place) => {
	expect(parseRound(encode(text))).toMatchObject({ ok: false, place });
	expect(readPlainly(encode(text))).toBeNull();
});
