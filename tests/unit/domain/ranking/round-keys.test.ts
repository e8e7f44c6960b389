import { describe, expect, it } from 'vitest';
import { roundKeys } from '$lib/domain/ranking/round-keys';

const score = { total: 3250, subscores: { family: 500, housing: 1200, economic: 900, residence: 650 } };
const residence = { municipalityDays: 4018, regionDays: 5844 };

describe('the keys of an application on a list', () => {
	it('are the points, then the ties of r.r. 4/2017 art. 12(3) in the order of the rule set', () => {
		const ties = ['municipality-days', 'region-days', 'family', 'housing', 'economic'] as const;
		expect(roundKeys(score, residence, ties)).toEqual([3250, 4018, 5844, 500, 1200, 900]);
	});

	it('follow a rule set that orders ties in another way or has none', () => {
		expect(roundKeys(score, residence, ['housing', 'region-days'])).toEqual([3250, 1200, 5844]);
		expect(roundKeys(score, residence, [])).toEqual([3250]);
	});

	it('are never rounded: a fraction is a mistake', () => {
		expect(() => roundKeys({ ...score, total: 32.5 }, residence, [])).toThrow(RangeError);
	});
});
