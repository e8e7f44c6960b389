import { describe, expect, test } from 'vitest';
import { FEWEST_SHOWN, summarise, type Rating } from '../../../../src/lib/domain/ratings/rating';

const easy: Rating = { journey: 'request', stars: 5, reasons: ['clear', 'technical'] };
const hard: Rating = { journey: 'request', stars: 2, reasons: ['clear'] };

describe('what staff read of ratings', () => {
	test('counts stars and reasons, those of good and of hard journeys apart', () => {
		expect(summarise([easy, easy, easy, hard, hard])).toEqual([
			{
				journey: 'request',
				shown: {
					count: 5,
					mean: 380,
					byStars: [0, 2, 0, 0, 3],
					good: { clear: 3, complete: 0, 'on-track': 0, technical: 3, other: 0 },
					hard: { clear: 2, complete: 0, 'on-track': 0, technical: 0, other: 0 }
				}
			},
			{ journey: 'home', shown: null }
		]);
	});

	test('says nothing of so few that one could be guessed', () => {
		const few = Array.from({ length: FEWEST_SHOWN - 1 }, () => easy);
		expect(summarise(few)[0]!.shown).toBeNull();
		expect(summarise([...few, easy])[0]!.shown).not.toBeNull();
		expect(summarise([...few, { ...easy, journey: 'home' }])[0]!.shown).toBeNull();
	});
});
