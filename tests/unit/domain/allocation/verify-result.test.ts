import { describe, expect, it } from 'vitest';
import type { Round } from '$lib/domain/allocation/round';
import { verifyResult } from '$lib/domain/allocation/verify-result';
import { recompute, recomputeDepartures } from '$lib/domain/allocation/reference/recompute';
import { runs } from '../../../support/runs';

const HASH = 'ab'.repeat(32);
const round: Round = {
	format: 'round/1',
	notice: 'avviso',
	beacon: 'c0ffee',
	dwellings: [
		{ id: 'u2', list: 'l', setAside: ['disabled'] },
		{ id: 'u1', list: 'l', capacity: 2 },
		{ id: 'u3', list: 'l' }
	],
	applications: ['a', 'b', 'c', 'd', '\u{1f511}'].map((id, i) => ({
		id,
		choices: ['u1', 'u2'],
		categories: i === 1 ? ['disabled'] : [],
		keys: { l: [i] }
	}))
};
const verify = (bytes: Uint8Array) => verifyResult(round, HASH, bytes).same;

describe('a published result', () => {
	it.each([
		['with explanations', recompute(round, HASH, { explain: true })],
		['after departures of a housed and an unhoused household', recomputeDepartures(round, HASH, ['c', 'a', 'd'])!]
	])('%s: no single byte can be changed, left out, repeated or added', (_, text) => {
		const good = new TextEncoder().encode(text);
		expect(verify(good)).toBe(true);
		const step = Math.round(good.length / runs(good.length).numRuns);
		for (let i = 0; i < good.length; i += step) {
			for (const mask of [1, 0x20, 1 + (i % 255)]) {
				const changed = good.slice();
				changed[i]! ^= mask;
				expect([i, mask, verify(changed)]).toEqual([i, mask, false]);
			}
			const [before, after] = [good.slice(0, i), good.slice(i + 1)];
			expect([i, verify(new Uint8Array([...before, ...after]))]).toEqual([i, false]);
			expect([i, verify(new Uint8Array([...before, good[i]!, good[i]!, ...after]))]).toEqual([i, false]);
		}
		expect(verify(new Uint8Array([...good, 0x0a]))).toBe(false);
	});

	it.each([
		['no text of JSON', '{"left":', 'unreadable-result'],
		['no object', '["left"]', 'unreadable-result'],
		['something after it', '{}{}', 'unreadable-result'],
		['departures of nobody', '{"left":[]}', 'impossible-departures'],
		['one who left twice', '{"left":["a","a"]}', 'impossible-departures'],
		['one who never applied', '{"left":["a","z"]}', 'impossible-departures'],
		['a name in another member', '{"notice":["z"],"left":["a"]}', 'different-bytes'],
		['nothing', '{}', 'different-bytes']
	])('%s: told apart', (_, text, problem) => {
		const bytes = new TextEncoder().encode(text);
		expect(verifyResult(round, HASH, bytes)).toEqual({ same: false, problem });
	});
});
