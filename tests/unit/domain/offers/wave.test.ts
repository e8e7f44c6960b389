import { describe, expect, test } from 'vitest';
import { chosenOffers, countByOwner, waveMark } from '../../../../src/lib/domain/offers/wave';

const due = [
	{ pseudonym: 'A-1', dwellingId: 'u1' },
	{ pseudonym: 'A-2', dwellingId: 'u2' },
	{ pseudonym: 'A-3', dwellingId: 'u3' }
];
const names = (choice: Parameters<typeof chosenOffers>[1]) =>
	chosenOffers(due, choice).map(({ pseudonym }) => pseudonym);

describe('the offers of a wave', () => {
	test('are all, the first so many, or those of some households, in the order in which they are due', () => {
		expect(names({})).toEqual(['A-1', 'A-2', 'A-3']);
		expect(names({ first: 2 })).toEqual(['A-1', 'A-2']);
		expect(names({ first: 9 })).toEqual(['A-1', 'A-2', 'A-3']);
		expect(names({ only: ['A-3', 'A-1', 'A-9'] })).toEqual(['A-1', 'A-3']);
		expect(names({ only: ['A-3', 'A-1'], first: 1 })).toEqual(['A-1']);
		expect(names({ only: [] })).toEqual([]);
	});

	test('have a mark that tells every other wave apart, whatever the order', () => {
		expect(waveMark(due.toReversed())).toBe(waveMark(due));
		expect(waveMark(due)).toMatch(/^[0-9a-f]{64}$/);
		const others = [
			due.slice(1),
			[],
			[...due, due[0]!],
			[{ pseudonym: 'A-1', dwellingId: 'u2' }, { pseudonym: 'A-2', dwellingId: 'u1' }, due[2]!]
		];
		expect(new Set([due, ...others].map(waveMark)).size).toBe(5);
	});

	test('are counted by owner, with the homes that are held back', () => {
		const [city, aler] = [{ owner: 'Comune' }, { owner: 'Aler' }];
		expect(countByOwner([city, city], [aler, city])).toEqual([
			{ owner: 'Aler', offers: 0, heldBack: 1 },
			{ owner: 'Comune', offers: 2, heldBack: 1 }
		]);
	});
});
