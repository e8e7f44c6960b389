import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementIds, type ElementId } from '$lib/domain/rent/agreement';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { estimateRent, type FlatForRent, type LawfulRent } from '$lib/domain/rent/estimate-rent';
import { judgeRent } from '$lib/domain/rent/judge-rent';

const bandTwo: ElementId[] = ['A1', 'A2', 'A3', 'A4', 'B1'];
const fourD: ElementId[] = ['D1', 'D2', 'D3', 'D4'];
const fiveD: ElementId[] = [...fourD, 'D6'];

function estimate(changes: Partial<FlatForRent>): LawfulRent {
	const flat = {
		zone: 3,
		areaDm2: 60_00,
		furnished: 'no',
		years: 3,
		energyClass: null,
		cadastralCategory: null
	} as const;
	const answer = estimateRent(milan2023, { ...flat, stoves: false, elements: bandTwo, ...changes });
	if (!answer.ok) throw new Error(answer.problem);
	return answer;
}

describe('a rent against its range: 60 m2 in zone 3, band 2, from 480.00 to 725.00', () => {
	it.each([
		['below the minimum is allowed', fiveD, 479_99, 'below-minimum'],
		['the minimum', fiveD, 480_00, 'inside'],
		['the maximum, with five elements D', fiveD, 725_00, 'inside'],
		['above the maximum', fiveD, 725_01, 'above-maximum'],
		['one cent below the maximum, with four elements D', fourD, 724_99, 'inside'],
		['the maximum, with four elements D', fourD, 725_00, 'maximum-missed'],
		['the maximum, with no element D', [], 725_00, 'maximum-missed'],
		['above the maximum, with four elements D', fourD, 725_01, 'above-maximum']
	] as const)('%s', (_, elementsD, rent, judgement) =>
		expect(judgeRent(estimate({ elements: [...bandTwo, ...elementsD] }), rent)).toBe(judgement)
	);

	it('says how many elements D there are when the maximum is missed, and only then', () => {
		expect(estimate({ elements: [...bandTwo, ...fourD] }).highest).toEqual({
			cents: 724_99,
			undisputedCents: 724_99,
			maximumMissed: { maximumCents: 725_00, elementsD: 4 }
		});
		expect(estimate({ elements: [...bandTwo, ...fiveD] }).highest).toEqual({
			cents: 725_00,
			undisputedCents: 725_00,
			maximumMissed: null
		});
	});

	it('calls the five elements found, and how far below the maximum a flat without them stays open', () =>
		expect(milan2023.certainty).toMatchObject({ maximumFromD: 'found', belowMaximum: 'open' }));
});

describe('a rent between the two ways to count corrections: 80 m2 in zone 5, furnished, five years', () => {
	const furnished = { zone: 5, areaDm2: 80_00, furnished: 'fully', years: 5 } as const;
	it.each([
		[fiveD, 500_00, 'below-minimum'],
		[fiveD, 800_00, 'inside'],
		[fiveD, 960_00, 'inside'],
		[fiveD, 960_01, 'open'],
		[fiveD, 966_00, 'open'],
		[fiveD, 966_01, 'above-maximum'],
		[fourD, 959_99, 'inside'],
		[fourD, 960_00, 'open'],
		[fourD, 965_99, 'open'],
		[fourD, 966_00, 'maximum-missed'],
		[fourD, 966_01, 'above-maximum']
	] as const)('with %j, %i cents: %s', (elementsD, rent, judgement) =>
		expect(judgeRent(estimate({ ...furnished, elements: [...bandTwo, ...elementsD] }), rent)).toBe(judgement)
	);
});

it('no flat asks the maximum of its band with fewer than five elements D, and every flat with five may', () =>
	fc.assert(
		fc.property(
			fc.subarray([...elementIds] as ElementId[]),
			fc.integer({ min: 1, max: 5 }),
			fc.integer({ min: 10_00, max: 300_00 }),
			fc.integer({ min: 3, max: 9 }),
			fc.constantFrom('no', 'partly', 'fully' as const),
			(elements, zone, areaDm2, years, furnished) => {
				// A flat without a certificate has no D9; a terrace over 20 m² is a terrace, which is D1.
				const counted = new Set(elements.filter((id) => id.startsWith('D') && id !== 'D9'));
				if (counted.has('D8')) counted.add('D1');
				const answer = estimate({ elements, zone, areaDm2, years, furnished });
				const maximum = Math.max(answer.range.sum.monthMaxCents, answer.range.product?.monthMaxCents ?? 0);
				const five = counted.size >= 5;
				expect(['inside', 'open'].includes(judgeRent(answer, maximum))).toBe(five);
				expect(['inside', 'open'].includes(judgeRent(answer, maximum - 1))).toBe(true);
				expect(judgeRent(answer, maximum + 1)).toBe('above-maximum');
			}
		)
	));
