import { describe, expect, it } from 'vitest';
import { fitFor, missingOf, suitsWheelchair, worksOf } from '$lib/domain/accessibility/fit';
import type { Measures } from '$lib/domain/accessibility/measures';
import { needNames, needsOf, noNeeds, type Need } from '$lib/domain/accessibility/needs';
import type { Segment } from '$lib/domain/accessibility/route';
import { accessibleMeasures as accessible, unmeasured } from '../../../support/builders/measures';

const fit = (changes: Partial<Measures>, ...needs: Need[]) => fitFor(needsOf(needs), { ...accessible, ...changes });
const verdict = (changes: Partial<Measures>, ...needs: Need[]) => fit(changes, ...needs).verdict;
const piece = (kind: Segment['kind'], about: Partial<Segment> = {}): Segment => ({
	...{ kind, widthMm: null, slope: null, steps: null, heightMm: null, handrail: null },
	...about
});

describe('a wheelchair indoors', () => {
	it('every length at its limit suits', () => expect(suitsWheelchair(accessible)).toBe(true));

	it.each([
		['entranceDoorMm', 799, 'suits-with-works'],
		['flatDoorMm', 799, 'suits-with-works'],
		['innerDoorMm', 749, 'suits-with-works'],
		['bathDoorMm', 749, 'suits-with-works'],
		['thresholdMm', 26, 'suits-with-works'],
		['turningMm', 1499, 'suits-with-works'],
		['wcSideMm', 999, 'suits-with-works'],
		['wcFrontMm', 799, 'suits-with-works'],
		['corridorMm', 999, 'does-not-suit'],
		['liftDoorMm', 749, 'does-not-suit'],
		['liftCabinWidthMm', 799, 'does-not-suit'],
		['liftCabinDepthMm', 1199, 'does-not-suit'],
		['liftLandingMm', 1399, 'does-not-suit'],
		['stepFreeEntrance', false, 'does-not-suit'],
		['lift', false, 'does-not-suit'],
		['showerFloorLevel', false, 'suits-with-works']
	])('%s %j: %s', (what, value, expected) => {
		expect(verdict({ [what]: value }, 'wheelchairIndoors')).toBe(expected);
	});

	it('does not ask the lift of a ground floor', () => {
		const noLift = {
			lift: null,
			liftDoorMm: null,
			liftCabinWidthMm: null,
			liftCabinDepthMm: null,
			liftLandingMm: null
		};
		expect(verdict({ floor: 0, ...noLift }, 'wheelchairIndoors')).toBe('suits');
	});

	it('does not ask how wide a lift is where there is none', () => {
		const stairs = fit({ lift: false, liftDoorMm: null, liftLandingMm: null }, 'wheelchairIndoors');
		expect([stairs.verdict, missingOf(stairs)]).toEqual(['does-not-suit', []]);
	});

	it('an unmeasured feature is unknown and named as missing, unless something else already fails', () => {
		const unknown = fit({ corridorMm: null, innerDoorMm: 600 }, 'wheelchairIndoors');
		expect(unknown.verdict).toBe('unknown');
		expect(missingOf(unknown)).toEqual(['corridorMm']);
		expect(verdict({ corridorMm: null, lift: false }, 'wheelchairIndoors')).toBe('does-not-suit');
	});

	it('names the door that is too narrow, with its measure and its limit, and the work that mends it', () => {
		const narrow = fit({ innerDoorMm: 680, bathDoorMm: 680, kitchenDoorMm: 800 }, 'wheelchairIndoors');
		const doors = narrow.checks.filter((check) => check.verdict === 'suits-with-works');
		expect(doors.map(({ what, measured, limit }) => [what, measured, limit?.value])).toEqual([
			['bathDoorMm', 680, 750]
		]);
		expect(worksOf(narrow)).toEqual(['inner-doors']);
	});

	it('soft points never change the verdict, and are told only where they are known', () => {
		const { verdict: answer, comfort } = fit({ grabRails: false, balconyDepthMm: 900 }, 'wheelchairIndoors');
		expect(answer).toBe('suits');
		expect(comfort.map(({ what }) => what)).toEqual(['grabRails', 'balconyDepthMm']);
	});
});

describe('a route from the street', () => {
	const route = (...pieces: Segment[]) => ({ route: pieces, stepFreeEntrance: true });

	it('suits where each piece does, at its limits', () => {
		const pieces = [
			piece('path', { widthMm: 900, slope: 80 }),
			piece('ramp', { widthMm: 900, slope: 80 }),
			piece('door', { widthMm: 800 }),
			piece('corridor', { widthMm: 1000 })
		];
		expect(verdict(route(...pieces), 'wheelchairIndoors')).toBe('suits');
		expect(verdict(route(piece('door')), 'wheelchairIndoors')).toBe('suits');
	});

	it.each([
		[piece('path', { widthMm: 899, slope: 0 }), 'does-not-suit', 'widthMm'],
		[piece('ramp', { widthMm: 1000, slope: 81 }), 'does-not-suit', 'slope'],
		[piece('steps'), 'does-not-suit', 'steps'],
		[piece('corridor'), 'unknown', 'widthMm']
	] as const)('%j: %s', (bad, expected, part) => {
		const { verdict: answer, checks } = fit(route(piece('door'), bad), 'wheelchairIndoors');
		expect(answer).toBe(expected);
		expect(checks.find(({ what }) => what === 'route')?.segment).toEqual({ number: 2, kind: bad.kind, part });
	});

	it('few steps are up to three', () => {
		const flight = (steps: number | null) => verdict(route(piece('steps', { steps })), 'fewSteps');
		expect([flight(3), flight(4), flight(null)]).toEqual(['suits', 'does-not-suit', 'unknown']);
	});
});

describe('other needs', () => {
	it('without needs everything suits', () => {
		expect(fitFor(noNeeds, unmeasured)).toEqual({ verdict: 'suits', checks: [], comfort: [] });
	});

	it('unknown never counts as suiting', () => {
		for (const need of needNames)
			expect([need, fitFor(needsOf([need]), unmeasured).verdict]).toEqual([need, 'unknown']);
	});

	it('few steps: no stairs to the door, whatever the bathroom', () => {
		expect(verdict({ showerFloorLevel: false, wcSideMm: 500 }, 'fewSteps')).toBe('suits');
		expect(verdict({ lift: false }, 'fewSteps')).toBe('does-not-suit');
		expect(verdict({ lift: false, floor: 0 }, 'fewSteps')).toBe('suits');
	});

	it.each([
		['wheelchairOutdoors', { innerDoorMm: 600 }, { flatDoorMm: 790 }, 'suits-with-works'],
		['walker', { flatDoorMm: 700, thresholdMm: 40 }, { innerDoorMm: 740 }, 'suits-with-works'],
		['bathroomTransfers', {}, { showerFloorLevel: false }, 'suits-with-works'],
		['carersRoom', { rooms: 2 }, { rooms: 1 }, 'does-not-suit'],
		[
			'lowVision',
			{ contrastingEdges: true, lightLux: 200 },
			{ contrastingEdges: true, lightLux: 199 },
			'suits-with-works'
		],
		['hearing', { visibleDoorbell: true }, { visibleDoorbell: false }, 'suits-with-works'],
		['quietHome', { noiseDb: 35 }, { noiseDb: 36 }, 'suits-with-works'],
		['quietRoom', { separateRoom: true }, { separateRoom: false }, 'does-not-suit'],
		['poweredAids', { bedsideSockets: 4 }, { bedsideSockets: 3 }, 'suits-with-works']
	] as const)('%s suits with %j, not with %j', (need, good, bad, expected) => {
		expect([verdict(good, need), verdict(bad, need)]).toEqual(['suits', expected]);
	});

	it('a distance is told once it is known, and never decides', () => {
		const { verdict: answer, comfort } = fit({ stopDistanceMm: 501_000 }, 'nearStop');
		expect([answer, comfort[0]?.verdict, comfort[0]?.measured]).toEqual(['suits', 'does-not-suit', 501_000]);
		expect(fit({ stopDistanceMm: 500_000 }, 'nearStop').comfort[0]?.verdict).toBe('suits');
	});
});
