import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeRound } from '../../../../src/lib/domain/allocation/compute-round';
import type { Round } from '../../../../src/lib/domain/allocation/round';
import { runRound } from '../../../../src/lib/domain/allocation/run-round';
import { generalOrder } from '../../../../src/lib/domain/publication/general-order';
import { publicationText, readPublication } from '../../../../src/lib/domain/publication/publication';
import { publicationOf } from '../../../../src/lib/domain/publication/publication-of';
import { runs } from '../../../support/runs';
import { aRankedRound, listedIn } from '../../../support/sealed-version';

function published(round: Round, kind: 'provisional' | 'final' = 'final') {
	const about = { notice: round.notice, version: 1, kind, listed: listedIn(round), before: null } as const;
	return publicationOf(computeRound(round), runRound(round, '00'), about);
}
const bytesOf = (round: Round) => publicationText(published(round));

/** The three facts that the public files may tell. */
function factsOf(round: Round): string {
	const { vacant } = runRound(round, '00');
	return JSON.stringify([
		generalOrder(computeRound(round).market),
		listedIn(round),
		vacant.map(({ dwelling }) => dwelling)
	]);
}

/** The same households and homes with other traits: other categories, other set-asides, wishes in another order. */
const withOtherTraits = (round: Round, other: Round): Round => ({
	...round,
	dwellings: round.dwellings.map((dwelling, i) => {
		const { setAside: _own, ...rest } = dwelling;
		const setAside = other.dwellings[i]?.setAside;
		return setAside ? { ...rest, setAside } : rest;
	}),
	applications: round.applications.map((application, i) => {
		const { categories: _own, choices, ...rest } = application;
		const categories = other.applications[i]?.categories ?? [];
		return { ...rest, categories, choices: i % 2 === 0 ? choices.toReversed() : choices };
	})
});

describe('what is published of a notice with sensitive grounds', () => {
	test('two rounds with the same general order, wishes and allocated dwellings give the same bytes, whatever the categories', () => {
		let compared = 0;
		let moved = 0;
		fc.assert(
			fc.property(aRankedRound, aRankedRound, (round, other) => {
				const twin = withOtherTraits(round, other);
				fc.pre(factsOf(round) === factsOf(twin));
				compared += 1;
				const held = (one: Round) => JSON.stringify(runRound(one, '00').assignments);
				if (held(round) !== held(twin)) moved += 1;
				expect(bytesOf(twin)).toBe(bytesOf(round));
			}),
			runs(150)
		);
		// Rounds that house other households are told apart by nothing.
		expect(moved * 5).toBeGreaterThan(compared);
	});

	test('no two of its lists contradict each other, and none has a household beside a home', () => {
		fc.assert(
			fc.property(aRankedRound, (round) => {
				const { order, dwellings } = published(round);
				const { assignments, unassigned, vacant } = runRound(round, '00');
				expect(order.toSorted()).toEqual([...assignments.map(({ application }) => application), ...unassigned].sort());
				expect(dwellings.map(({ id }) => id)).toEqual(round.dwellings.map(({ id }) => id).sort());
				for (const { id, listed, allocated, ...more } of dwellings) {
					expect(more).toEqual({});
					expect(allocated).toBe(!vacant.some(({ dwelling }) => dwelling === id));
					expect(listed).toBeGreaterThanOrEqual(assignments.filter(({ dwelling }) => dwelling === id).length);
				}
			})
		);
	});

	test('before a ranking is final, it does not say which homes are allocated', () => {
		fc.assert(
			fc.property(aRankedRound, (round) => {
				for (const dwelling of published(round, 'provisional').dwellings)
					expect(Object.keys(dwelling)).toEqual(['id', 'listed']);
			})
		);
	});

	test('a household that goes after the final ranking stays in the order, and its wishes stay counted', () => {
		fc.assert(
			fc.property(aRankedRound, (round) => {
				const before = published(round);
				const rest: Round = {
					...round,
					applications: round.applications.map((one, i) => ({ ...one, withdrawn: i === 0 }))
				};
				const about = { notice: 'n', version: 2, kind: 'final', listed: listedIn(rest), before } as const;
				const after = publicationOf(computeRound(rest), runRound(rest, '00'), about);
				expect(after.order).toEqual(before.order);
				expect(after.dwellings.map(({ listed }) => listed)).toEqual(before.dwellings.map(({ listed }) => listed));
			})
		);
	});

	test('it reads back to the byte, and a changed file does not', () => {
		fc.assert(
			fc.property(aRankedRound, (round) => {
				const text = bytesOf(round);
				expect(readPublication(text)).toEqual(published(round));
				expect(readPublication(` ${text}`)).toBeNull();
				expect(readPublication(text.replace('"listed":', '"through":"setAside","listed":'))).toBeNull();
			})
		);
	});
});

describe('the general order', () => {
	test('is that of the points, then of the draw; set-asides play no part in it', () => {
		fc.assert(
			fc.property(aRankedRound, aRankedRound, (round, other) => {
				const { market } = computeRound(round);
				const order = generalOrder(market);
				expect(generalOrder(computeRound(withOtherTraits(round, other)).market)).toEqual(order);
				const keys = new Map(round.applications.map(({ id, keys: own }) => [id, own!['comune']!]));
				for (const [i, id] of order.slice(1).entries()) {
					const [above, below] = [keys.get(order[i]!)!, keys.get(id)!];
					expect(above[0]! - below[0]! || above[1]! - below[1]!).toBeGreaterThanOrEqual(0);
				}
			})
		);
	});

	test('a household with other keys on another list has no place in it', () => {
		const row = { id: 'a', choices: ['u1'], keys: { comune: [1], aler: [2] } };
		const dwellings = [
			{ id: 'u1', list: 'comune' },
			{ id: 'u2', list: 'aler' }
		];
		const round: Round = { format: 'round/1', notice: 'n', beacon: '00', dwellings, applications: [row] };
		expect(() => generalOrder(computeRound(round).market)).toThrow('same keys on every list');
	});
});
