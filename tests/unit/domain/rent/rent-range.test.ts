import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band } from '$lib/domain/rent/agreement';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { agreedRentRange, type RentQuestion } from '$lib/domain/rent/rent-range';

const question = (changes: Partial<RentQuestion>): RentQuestion => ({
	zone: 3,
	band: 2,
	areaDm2: 60_00,
	furnished: 'no',
	years: 3,
	energyClass: null,
	cadastralCategory: null,
	...changes
});

const range = (changes: Partial<RentQuestion>) => {
	const answer = agreedRentRange(milan2023, question(changes));
	if (!answer.ok) throw new Error(answer.problem);
	return answer;
};

const months = (changes: Partial<RentQuestion>) => {
	const { sum } = range(changes);
	return [sum.monthMinCents, sum.monthMaxCents];
};

describe('published answers', () => {
	it.each([
		['60 m2 in zone 3, whole zone', { band: null }, [300_00, 850_00]],
		['60 m2 in zone 3, band 2', {}, [480_00, 725_00]],
		['45 m2 in zone 2, band 3: counted as 49.5', { zone: 2, band: 3 as Band, areaDm2: 45_00 }, [622_88, 742_50]],
		[
			'70 m2 in zone 4, band 1, class G',
			{ zone: 4, band: 1 as Band, areaDm2: 70_00, energyClass: 'G' },
			[314_42, 514_50]
		]
	])('%s', (_, changes, expected) => expect(months(changes)).toEqual(expected));

	it('80 m2 in zone 5, band 2, furnished, five years: the two ways to combine corrections differ and both are given', () => {
		const answer = range({ zone: 5, areaDm2: 80_00, furnished: 'fully', years: 5 });
		expect(answer.sum.monthMaxCents).toBe(960_00);
		expect(answer.product?.monthMaxCents).toBe(966_00);
		expect(answer.corrections).toEqual([
			{ id: 'furnished', percent: 15 },
			{ id: 'duration', percent: 5 }
		]);
	});
});

describe('corrections', () => {
	it.each([
		[27_99, false],
		[28_00, true],
		[50_00, true],
		[50_01, false]
	])('an area of %i hundredths of m2 is corrected as a small flat: %s', (areaDm2, small) =>
		expect(range({ areaDm2 }).smallFlat).toBe(small)
	);

	it.each([
		[3, 0],
		[4, 3],
		[5, 5],
		[6, 8],
		[7, 10],
		[8, 10]
	])('a first term of %i years adds %i %%', (years, percent) =>
		expect(range({ years }).corrections.map((one) => one.percent)).toEqual(percent ? [percent] : [])
	);

	it('furniture raises the maximum and leaves the minimum', () =>
		expect(months({ furnished: 'partly' })).toEqual([480_00, 783_00]));

	it('says that both ways agree when there is only one correction', () =>
		expect(range({ years: 6 }).product).toBeNull());
});

describe('refusals', () => {
	it.each(['A/1', 'A/8', 'A/9', 'A/08', 'a8', 'A 1'])('%s is not taken', (cadastralCategory) =>
		expect(agreedRentRange(milan2023, question({ cadastralCategory }))).toEqual({
			ok: false,
			problem: 'category-excluded'
		})
	);
	it.each(['C/6', 'A/10', 'F/3', 'c6', 'nothing'])('%s is no dwelling', (cadastralCategory) =>
		expect(agreedRentRange(milan2023, question({ cadastralCategory }))).toEqual({
			ok: false,
			problem: 'category-no-dwelling'
		})
	);
	it.each(['A/2', 'A/3', 'a3', 'A/11'])('%s is taken', (cadastralCategory) =>
		expect(range({ cadastralCategory }).ok).toBe(true)
	);
	it.each([
		[{ zone: 6 }, 'zone-unknown'],
		[{ areaDm2: 0 }, 'area-invalid'],
		[{ areaDm2: 12.5 }, 'area-invalid'],
		[{ years: 2 }, 'years-invalid']
	])('%o', (changes, problem) => expect(agreedRentRange(milan2023, question(changes))).toEqual({ ok: false, problem }));
});

const anyQuestion = fc.record<RentQuestion>({
	zone: fc.integer({ min: 1, max: 5 }),
	band: fc.constantFrom(1, 2, 3),
	areaDm2: fc.integer({ min: 10_00, max: 300_00 }),
	furnished: fc.constantFrom('no', 'partly', 'fully'),
	years: fc.integer({ min: 3, max: 10 }),
	energyClass: fc.constantFrom('A1', 'C', 'G', null),
	cadastralCategory: fc.constant(null)
});

describe('for every flat', () => {
	it('twelve months never leave the range of the year, and the minimum is below the maximum', () =>
		fc.assert(
			fc.property(anyQuestion, (any) => {
				const answer = agreedRentRange(milan2023, any);
				if (!answer.ok) return false;
				return [answer.sum, answer.product ?? answer.sum].every(
					(one) =>
						one.monthMaxCents * 12 <= one.yearMaxCents &&
						one.monthMinCents * 12 >= one.yearMinCents &&
						one.yearMinCents < one.yearMaxCents
				);
			})
		));

	it('agrees with plain decimal arithmetic to the cent', () =>
		fc.assert(
			fc.property(anyQuestion, (any) => {
				const answer = agreedRentRange(milan2023, { ...any, furnished: 'no', energyClass: null, years: 3 });
				if (!answer.ok) return false;
				const rents = milan2023.zones.find((zone) => zone.zone === any.zone)!.bands[any.band!];
				const area = (any.areaDm2 / 100) * (answer.smallFlat ? 1.1 : 1);
				return Math.abs(answer.sum.yearMaxCents - rents.maxCents * area) <= 1.000001;
			})
		));
});
