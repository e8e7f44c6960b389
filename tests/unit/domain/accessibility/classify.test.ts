import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '$lib/domain/accessibility/classify';
import type { Measures } from '$lib/domain/accessibility/measures';
import { accessibleMeasures, unmeasured } from '../../../support/builders/measures';
import { aMeasuredDwelling } from '../../../support/builders/random-measures';

const home: Measures = {
	...accessibleMeasures,
	kitchenTurningMm: 1500,
	switchLowMm: 400,
	switchHighMm: 1400,
	builtYear: 1962
};
const classOf = (changes: Partial<Measures>) => classify({ ...home, ...changes }).accessClass;

describe('the class of the decree', () => {
	it('accessible: every point at its limit', () => expect(classOf({})).toBe('accessible'));

	it.each([
		[{ wcSideMm: 999 }, 'visitable'],
		[{ showerFloorLevel: false }, 'visitable'],
		[{ kitchenTurningMm: 1499 }, 'visitable'],
		[{ switchHighMm: 1401 }, 'visitable'],
		[{ innerDoorMm: 749 }, 'adaptable'],
		[{ thresholdMm: 26, wcSideMm: 300 }, 'adaptable'],
		[{ corridorMm: 999 }, 'none'],
		[{ stepFreeEntrance: false }, 'none'],
		[{ lift: false }, 'none'],
		[{ lift: false, floor: 0 }, 'accessible']
	] as const)('%j: %s', (changes, expected) => expect(classOf(changes)).toBe(expected));

	it('asks the larger lift of a new building', () => {
		const larger = { liftDoorMm: 800, liftCabinWidthMm: 950, liftCabinDepthMm: 1300, liftLandingMm: 1500 };
		expect([classOf({ builtYear: 1989 }), classOf({ builtYear: 1990 })]).toEqual(['accessible', 'none']);
		expect(classOf({ builtYear: 1990, ...larger })).toBe('accessible');
		expect([classOf({ builtYear: null }), classOf({ builtYear: null, ...larger })]).toEqual(['unknown', 'accessible']);
		expect(classOf({ builtYear: null, liftDoorMm: 740 })).toBe('none');
	});

	it('is unknown only if the class depends on a missing measure', () => {
		expect(classOf({ corridorMm: null })).toBe('unknown');
		expect(classOf({ corridorMm: null, lift: false })).toBe('none');
		expect(classOf({ switchLowMm: null })).toBe('unknown');
		expect(classOf({ switchLowMm: null, showerFloorLevel: false })).toBe('visitable');
		expect(classOf({ switchLowMm: null, innerDoorMm: 600 })).toBe('adaptable');
		expect(classify(unmeasured).accessClass).toBe('unknown');
	});

	it('gives each point its measure, its limit and its article', () => {
		const { points } = classify({ ...home, innerDoorMm: 680 });
		expect(points.find(({ what }) => what === 'innerDoorMm')).toMatchObject({
			measured: 680,
			limit: { value: 750, article: '8.1.1', certainty: 'known' },
			verdict: 'suits-with-works'
		});
	});

	it('never calls a dwelling accessible or visitable while a required point is unmeasured', () => {
		fc.assert(
			fc.property(aMeasuredDwelling, (measures) => {
				const { accessClass, points } = classify(measures);
				const asked = points.filter(({ visit }) => visit || accessClass === 'accessible');
				if (accessClass === 'accessible' || accessClass === 'visitable')
					expect(asked.every(({ verdict }) => verdict === 'suits')).toBe(true);
			})
		);
	});
});
