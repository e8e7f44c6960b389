import { describe, expect, it } from 'vitest';
import type { Round } from '$lib/domain/allocation/round';
import { roundText, serializeRound } from '$lib/domain/allocation/serialize-round';

const head = { format: 'round/1', notice: 'n', beacon: '00' } as const;

describe('the canonical text of a round', () => {
	it('leaves defaults out, written or not', () => {
		const round: Round = {
			...head,
			dwellings: [{ id: 'u', list: 'l', capacity: 1, setAside: [], exclusive: false, order: [] }],
			applications: [{ id: 'a', choices: [], categories: [], keys: {}, withdrawn: false }],
			quotas: []
		};
		expect(serializeRound(round)).toBe(
			'{"format":"round/1","notice":"n","beacon":"00","dwellings":[{"id":"u","list":"l","order":[]}],' +
				'"applications":[{"id":"a","choices":[]}]}\n'
		);
	});

	it('sorts rows, categories, lists of keys and quotas by their bytes, never choices, set-asides or orders', () => {
		const [low, high] = ['\uffff', '\u{10000}'];
		const round: Round = {
			...head,
			dwellings: [
				{ id: high, list: 'l', capacity: 2, setAside: ['y', 'x'], exclusive: true },
				{ id: low, list: 'l', order: [high, low] }
			],
			applications: [
				{ id: high, choices: [high, low], categories: [high, low], keys: { [high]: [2], [low]: [1] } },
				{ id: low, choices: [], keys: { a: [], b: [1] }, frozen: low },
				{ id: 'w', choices: [], withdrawn: true }
			],
			quotas: [
				{ kind: 'ceiling', category: high, places: 2 },
				{ kind: 'guarantee', category: low, places: 1 }
			]
		};
		expect(JSON.parse(serializeRound(round))).toEqual({
			...head,
			dwellings: [round.dwellings[1], round.dwellings[0]],
			applications: [
				round.applications[2],
				round.applications[1],
				{ ...round.applications[0], categories: [low, high] }
			],
			quotas: round.quotas!.toReversed()
		});
		expect(serializeRound(round)).toContain(`"keys":{"${low}":[1],"${high}":[2]}`);
		expect(serializeRound(round)).toContain('"keys":{"a":[],"b":[1]},"frozen"');
	});

	it('comes in pieces that stay small, however long its rows', () => {
		const long = Array.from({ length: 1_500 }, (_, i) => `h${i}`);
		const dwellings = Array.from({ length: 20 }, (_, i) => ({ id: `u${i}`, list: 'l', order: long }));
		const applications = Array.from({ length: 20 }, (_, i) => ({ id: `a${i}`, choices: long }));
		const longest = Math.max(...Array.from(roundText({ ...head, dwellings, applications }), (piece) => piece.length));
		expect(longest).toBeLessThan(3 * JSON.stringify(long).length);
	});
});
