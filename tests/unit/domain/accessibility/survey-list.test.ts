import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitFor } from '$lib/domain/accessibility/fit';
import type { Measures } from '$lib/domain/accessibility/measures';
import { needMask, needNames, needsOf, type Need } from '$lib/domain/accessibility/needs';
import { surveyList, type DwellingToMeasure, type WaitingHousehold } from '$lib/domain/accessibility/survey-list';
import { showSurveyList } from '$lib/domain/accessibility/survey-list-shown';
import { accessibleMeasures } from '../../../support/builders/measures';
import { aMeasuredDwelling } from '../../../support/builders/random-measures';

const household = (size: number, ...needs: Need[]): WaitingHousehold => ({
	size,
	mask: needMask(needsOf(needs))
});
const many = (count: number, size: number, ...needs: Need[]) =>
	Array.from({ length: count }, () => household(size, ...needs));
const home = (id: string, changes: Partial<Measures> = {}, sizes = [1]): DwellingToMeasure => ({
	id,
	measures: { ...accessibleMeasures, ...changes },
	sizes: new Set(sizes)
});
const brief = (dwellings: DwellingToMeasure[], households: WaitingHousehold[]) =>
	surveyList(dwellings, households).map(({ id, serves, adds, addsWithout }) => [id, serves, adds, addsWithout]);

describe('a dwelling is listed for a household', () => {
	it('when only a missing measure keeps the answer, and says which', () => {
		const [row] = surveyList([home('a', { wcSideMm: null, thresholdMm: null })], many(4, 1, 'wheelchairIndoors'));
		expect(row).toMatchObject({ id: 'a', missing: ['thresholdMm', 'wcSideMm'], serves: 4 });
	});

	it('not when all that matters was measured, whichever the answer', () => {
		expect(brief([home('suits')], many(4, 1, 'wheelchairIndoors'))).toEqual([]);
		expect(brief([home('not', { corridorMm: 900 })], many(4, 1, 'wheelchairIndoors'))).toEqual([]);
	});

	it('not when something that was measured is in the way, whatever else is missing', () => {
		expect(brief([home('a', { wcSideMm: null, corridorMm: 999 })], many(4, 1, 'wheelchairIndoors'))).toEqual([]);
	});

	it('when works are needed too, because they are no obstacle', () => {
		expect(brief([home('a', { wcSideMm: null, innerDoorMm: 700 })], many(4, 1, 'wheelchairIndoors'))).toHaveLength(1);
	});

	it('not when its size does not suit, nor for a household without needs', () => {
		expect(brief([home('a', { wcSideMm: null }, [2])], [...many(4, 1, 'wheelchairIndoors'), ...many(4, 2)])).toEqual(
			[]
		);
	});
});

describe('the order', () => {
	const bathroom = { wcSideMm: null };
	const quiet = { noiseDb: null };

	it('puts first the dwelling that may suit most, then the one that adds most, not the one that may suit most', () => {
		const households = [
			...many(6, 1, 'bathroomTransfers'),
			...many(5, 2, 'bathroomTransfers'),
			...many(2, 1, 'quietHome')
		];
		const dwellings = [
			home('quiet', quiet, [1]),
			home('both', { ...bathroom, noiseDb: 20 }, [1, 2]),
			home('one', { ...bathroom, noiseDb: 20 }, [1])
		];
		expect(brief(dwellings, households)).toEqual([
			['both', 11, 11, 5],
			['quiet', 2, 2, 0],
			['one', 6, 0, 0]
		]);
	});

	it('among equals puts first those for households that nothing suits today', () => {
		const dwellings = [
			home('served', { ...bathroom, noiseDb: 20 }, [1]),
			home('suits', { noiseDb: 20 }, [1]),
			home('unserved', { ...bathroom, noiseDb: 20 }, [2])
		];
		const households = [...many(5, 1, 'bathroomTransfers'), ...many(5, 2, 'bathroomTransfers')];
		expect(brief(dwellings, households)).toEqual([
			['unserved', 5, 5, 5],
			['served', 5, 5, 0]
		]);
	});
});

it('measures of a rare need are not named: then all that is missing is', () => {
	const dwelling = home('a', { noiseDb: null, wcSideMm: null, visibleDoorbell: null });
	const households = [...many(4, 1, 'bathroomTransfers'), ...many(3, 1, 'quietHome')];
	expect(surveyList([dwelling], households)[0]).toMatchObject({ missing: ['wcSideMm'], serves: 7 });
	const rare = surveyList([dwelling], many(3, 1, 'quietHome'))[0]!;
	expect(rare.missing).toEqual(expect.arrayContaining(['noiseDb', 'wcSideMm', 'visibleDoorbell']));
	expect(surveyList([dwelling], many(3, 1, 'hearing'))[0]!.missing).toEqual(rare.missing);
});

const needsOfMask = (mask: number) => needsOf(needNames.filter((_, bit) => (mask & (1 << bit)) !== 0));

/** Compares pair by pair, and counts again at every step. */
function naive(dwellings: readonly DwellingToMeasure[], households: readonly WaitingHousehold[]) {
	const verdict = (one: WaitingHousehold, { measures, sizes }: DwellingToMeasure) =>
		one.mask !== 0 && sizes.has(one.size) ? fitFor(needsOfMask(one.mask), measures).verdict : null;
	const pairs = dwellings.map((dwelling) => households.filter((one) => verdict(one, dwelling) === 'unknown'));
	const nothing = (one: WaitingHousehold) => dwellings.every((dwelling) => verdict(one, dwelling) !== 'suits');
	const counted = new Set<WaitingHousehold>();
	let left = dwellings.map((_, at) => at).filter((at) => pairs[at]!.length > 0);
	const rows = [];
	while (left.length > 0) {
		const gains = left.map((at) => {
			const fresh = pairs[at]!.filter((one) => !counted.has(one));
			return { at, adds: fresh.length, addsWithout: fresh.filter(nothing).length, serves: pairs[at]!.length };
		});
		gains.sort(
			(a, b) =>
				b.adds - a.adds || b.addsWithout - a.addsWithout || (a.adds === 0 ? b.serves - a.serves : 0) || a.at - b.at
		);
		const { at, ...best } = gains[0]!;
		pairs[at]!.forEach((one) => counted.add(one));
		rows.push({ id: dwellings[at]!.id, ...best });
		left = left.filter((one) => one !== at);
	}
	return rows;
}

const someNeeds = fc.subarray([...needNames], { maxLength: 3 }).map((names) => needMask(needsOf(names)));
const someHouseholds = fc.array(fc.record({ mask: someNeeds, size: fc.integer({ min: 1, max: 3 }) }), {
	maxLength: 25
});
const someDwellings = fc
	.array(fc.record({ measures: aMeasuredDwelling, sizes: fc.subarray([1, 2, 3]) }), { maxLength: 8 })
	.map((all) => all.map(({ measures, sizes }, at) => ({ id: String(at), measures, sizes: new Set(sizes) })));

it('gives the same as comparing pair by pair', () => {
	let listed = 0;
	fc.assert(
		fc.property(someDwellings, someHouseholds, (dwellings, households) => {
			const rows = surveyList(dwellings, households).map(({ missing, ...row }) => {
				expect(missing.length).toBeGreaterThan(0);
				return row;
			});
			expect(rows).toEqual(naive(dwellings, households));
			listed += rows.length;
		}),
		{ numRuns: 300 }
	);
	expect(listed).toBeGreaterThan(100);
});

describe('the shown list', () => {
	const row = (id: string, serves: number, adds: number, addsWithout = adds) => {
		return { id, missing: [], serves, adds, addsWithout };
	};

	it('is counts from four up, and a headline of the dwellings that add so many', () => {
		const { rows, headline } = showSurveyList([
			row('a', 20, 20, 12),
			row('b', 9, 5, 0),
			row('c', 3, 3),
			row('d', 2, 0)
		]);
		expect(rows.map(({ serves, total }) => [serves, total])).toEqual([
			[20, 20],
			[9, 25],
			[null, null],
			[null, null]
		]);
		expect(headline).toEqual({ dwellings: 2, households: 25, without: 12 });
	});

	it('shows the sum of several small steps once it is four', () => {
		const { rows, headline } = showSurveyList([row('a', 8, 8), row('b', 3, 3), row('c', 2, 2)]);
		expect(rows.map(({ total }) => total)).toEqual([8, null, 13]);
		expect(headline).toEqual({ dwellings: 3, households: 13, without: 13 });
	});

	it.each([
		[0, 0],
		[3, null],
		[4, 4],
		[8, 8],
		[9, null],
		[12, 12]
	])('of 12 households, %i that nothing suits are shown as %s', (without, shown) => {
		expect(showSurveyList([row('a', 12, 12, without)]).headline).toMatchObject({ without: shown });
	});

	it('says nothing of a list of three households', () => {
		expect(showSurveyList([row('a', 3, 3)])).toEqual({
			rows: [{ id: 'a', missing: [], serves: null, total: null }],
			headline: null
		});
	});

	it('never tells two totals apart by fewer than four', () => {
		const steps = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 });
		fc.assert(
			fc.property(steps, (adds) => {
				const { rows } = showSurveyList(adds.map((add, at) => row(String(at), add, add, 0)));
				const totals = [0, ...rows.flatMap(({ total }) => (total === null ? [] : [total]))];
				totals.slice(1).forEach((total, at) => {
					const more = total - totals[at]!;
					expect(more === 0 || more >= 4).toBe(true);
				});
			})
		);
	});
});
