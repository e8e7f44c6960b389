import { describe, expect, it } from 'vitest';
import { conflictsOf } from '$lib/domain/accessibility/conflicts';
import { doubtsOf } from '$lib/domain/accessibility/doubts';
import { buildingFeatures, dwellingFeatures } from '$lib/domain/accessibility/features';
import type { Route } from '$lib/domain/accessibility/route';
import { buildingGroups, dwellingGroups } from '$lib/domain/accessibility/survey-groups';

const piece = { widthMm: null, slope: null, steps: null, heightMm: null, handrail: null };

describe('doubts about a measure', () => {
	it('a door of 7 cm is asked about, with the 70 that was perhaps meant', () => {
		expect(doubtsOf({ innerDoorMm: 70 }, {})).toEqual([
			{ field: 'innerDoorMm', value: 70, why: 'unusual', least: 500, most: 1_300, perhaps: 700 }
		]);
	});

	it('one written in millimetres too, and one that ten times more or less does not mend', () => {
		expect(doubtsOf({ innerDoorMm: 8_000 }, {})[0]).toMatchObject({ perhaps: 800 });
		expect(doubtsOf({ innerDoorMm: 3_000 }, {})[0]).toMatchObject({ perhaps: null });
		expect(doubtsOf({ innerDoorMm: 75 }, {})[0]).toMatchObject({ perhaps: 750 });
	});

	it('a usual measure is not, the bounds included', () => {
		expect(doubtsOf({ innerDoorMm: 500, bathDoorMm: 1_300, thresholdMm: 0, bathtub: true }, {})).toEqual([]);
		expect(doubtsOf({ innerDoorMm: 499 }, {})).toHaveLength(1);
		expect(doubtsOf({ bathDoorMm: 1_301 }, {})).toHaveLength(1);
	});

	it('a withdrawn measure is not', () => {
		expect(doubtsOf({ innerDoorMm: null, route: null }, {})).toEqual([]);
	});

	it('the narrowest door cannot be wider than another one, known before or measured now', () => {
		const against = { field: 'innerDoorMm', value: 800, why: 'against', other: 'bathDoorMm', otherValue: 680 };
		expect(doubtsOf({ innerDoorMm: 800 }, { bathDoorMm: 680 })).toEqual([against]);
		expect(doubtsOf({ innerDoorMm: 800, bathDoorMm: 680 }, {})).toEqual([against]);
		expect(doubtsOf({ bathDoorMm: 680 }, { innerDoorMm: 800 })).toEqual([
			{ field: 'bathDoorMm', value: 680, why: 'against', other: 'innerDoorMm', otherValue: 800 }
		]);
		expect(doubtsOf({ corridorMm: 900 }, { innerDoorMm: 800, bathDoorMm: 680 })).toEqual([]);
		expect(doubtsOf({ innerDoorMm: 680 }, { bathDoorMm: 680 })).toEqual([]);
	});

	it('asks once a field', () => {
		expect(doubtsOf({ innerDoorMm: 8_000, bathDoorMm: 680 }, {}).map(({ why }) => why)).toEqual(['unusual']);
	});

	it('looks at each piece of a route', () => {
		const route: Route = [
			{ ...piece, kind: 'door', widthMm: 85 },
			{ ...piece, kind: 'steps', steps: 3, heightMm: 17 },
			{ ...piece, kind: 'ramp', slope: 80, widthMm: 900 }
		];
		expect(doubtsOf({ route }, {})).toMatchObject([
			{ field: 'route.0.widthMm', perhaps: 850 },
			{ field: 'route.1.heightMm', value: 17, perhaps: 170 }
		]);
	});
});

describe('a value that another person wrote meanwhile', () => {
	it('is in conflict only if it is neither the value seen nor the value found', () => {
		const seen = { bathDoorMm: 700, corridorMm: null, turningMm: 1_500 };
		const now = { bathDoorMm: 760, corridorMm: 1_000, turningMm: 1_500, noiseDb: 30 };
		expect(conflictsOf({ bathDoorMm: 680, corridorMm: 1_000, turningMm: 1_200, noiseDb: 40 }, seen, now)).toEqual([
			'bathDoorMm'
		]);
	});

	it('compares routes piece by piece', () => {
		const route = (widthMm: number): Route => [{ ...piece, kind: 'door', widthMm }];
		expect(conflictsOf({ route: route(800) }, { route: route(700) }, { route: route(700) })).toEqual([]);
		expect(conflictsOf({ route: route(800) }, { route: null }, { route: route(700) })).toEqual(['route']);
	});
});

describe('the groups of the survey', () => {
	it('have every feature once', () => {
		const named = (groups: readonly { features: readonly string[] }[]) =>
			groups.flatMap(({ features }) => features).sort();
		expect(named(buildingGroups)).toEqual(Object.keys(buildingFeatures).sort());
		expect(named(dwellingGroups)).toEqual(Object.keys(dwellingFeatures).sort());
	});
});
