import type { BuildingFeature, DwellingFeature, FeatureKind } from './features';
import { type buildingFeatures, type dwellingFeatures } from './features';
import type { Route, Segment } from './route';
import type { Findings } from './survey';

type Measured<Features extends Record<string, FeatureKind>> = {
	[Name in keyof Features]: Features[Name] extends 'yes-no' ? never : Name;
}[keyof Features];
type MeasuredFeature = Measured<typeof buildingFeatures> | Measured<typeof dwellingFeatures>;
type Usual = readonly [least: number, most: number];

/**
 * The usual range of each measure in the homes of Milan, in the units of the features. It is not law and refuses
 * nothing. A measure outside the range is asked about once more, because a slip of the hand can cost a household a
 * suitable home.
 */
const usual: Readonly<Record<MeasuredFeature, Usual>> = {
	entranceDoorMm: [600, 2_500],
	liftDoorMm: [500, 1_400],
	liftCabinWidthMm: [550, 2_200],
	liftCabinDepthMm: [600, 2_600],
	liftLandingMm: [600, 5_000],
	parkingWidthMm: [1_800, 6_000],
	parkingDistanceMm: [0, 1_000_000],
	stopDistanceMm: [10_000, 5_000_000],
	pharmacyDistanceMm: [10_000, 5_000_000],
	clinicDistanceMm: [10_000, 10_000_000],
	shopsDistanceMm: [10_000, 5_000_000],
	dayCareDistanceMm: [10_000, 20_000_000],
	flatDoorMm: [600, 1_400],
	innerDoorMm: [500, 1_300],
	bathDoorMm: [500, 1_300],
	kitchenDoorMm: [500, 2_500],
	bedroomDoorMm: [500, 1_800],
	thresholdMm: [0, 200],
	corridorMm: [600, 3_000],
	turningMm: [600, 5_000],
	wcSideMm: [100, 2_500],
	wcFrontMm: [300, 3_500],
	kitchenTurningMm: [500, 5_000],
	kitchenKneeMm: [400, 1_000],
	balconyThresholdMm: [0, 400],
	balconyDepthMm: [400, 5_000],
	switchLowMm: [50, 1_300],
	switchHighMm: [600, 2_000],
	bedsideSockets: [0, 15],
	lightLux: [5, 3_000],
	noiseDb: [15, 90]
};

const usualPiece: Readonly<Record<Segment['kind'], Partial<Record<keyof Segment, Usual>>>> = {
	path: { widthMm: [500, 20_000], slope: [0, 150] },
	ramp: { widthMm: [500, 5_000], slope: [10, 250] },
	steps: { widthMm: [500, 5_000], steps: [1, 60], heightMm: [80, 250] },
	door: { widthMm: [600, 2_500], heightMm: [0, 200] },
	lift: { widthMm: [500, 2_200] },
	corridor: { widthMm: [600, 10_000], slope: [0, 150] }
};

/** Pairs of measures: the first is never more than the second, unless one of them is wrong. */
const atMost: readonly (readonly [DwellingFeature | BuildingFeature, DwellingFeature | BuildingFeature])[] = [
	['innerDoorMm', 'bathDoorMm'],
	['innerDoorMm', 'kitchenDoorMm'],
	['innerDoorMm', 'bedroomDoorMm'],
	['switchLowMm', 'switchHighMm'],
	['liftDoorMm', 'liftCabinWidthMm']
];

/**
 * A measure to ask about. `field` is a feature, or `route.2.widthMm` for the third piece of a route.
 * - `unusual`: outside the usual range. With the value that was perhaps meant (10 times more or less), or null if that
 *   is unusual too.
 * - `against`: more than another measure that it cannot exceed.
 */
export type Doubt = { readonly field: string; readonly value: number } & (
	| { readonly why: 'unusual'; readonly least: number; readonly most: number; readonly perhaps: number | null }
	| { readonly why: 'against'; readonly other: string; readonly otherValue: number }
);

/**
 * The questions about `findings`, given the values already `known`: in the order of the findings, at most one doubt for
 * each field.
 */
export function doubtsOf(findings: Findings, known: Findings): Doubt[] {
	const doubts = Object.entries(findings).flatMap(([field, value]): Doubt[] => {
		if (field === 'route') return routeDoubts((value as Route | null) ?? []);
		const range = typeof value === 'number' ? usual[field as MeasuredFeature] : undefined;
		return range === undefined ? [] : unusual(field, value as number, range);
	});
	return [...doubts, ...against(findings, known).filter(({ field }) => !doubts.some((doubt) => doubt.field === field))];
}

function routeDoubts(route: Route): Doubt[] {
	return route.flatMap((piece, index) =>
		Object.entries(usualPiece[piece.kind]).flatMap(([part, range]) => {
			const value = piece[part as keyof Segment];
			return typeof value === 'number' ? unusual(`route.${index}.${part}`, value, range) : [];
		})
	);
}

function unusual(field: string, value: number, [least, most]: Usual): Doubt[] {
	const within = (one: number) => Number.isInteger(one) && one >= least && one <= most;
	if (within(value)) return [];
	const perhaps = [value * 10, value / 10].find((one) => one !== 0 && within(one)) ?? null;
	return [{ field, value, why: 'unusual', least, most, perhaps }];
}

function against(findings: Findings, known: Findings): Doubt[] {
	const now = { ...known, ...findings };
	return atMost.flatMap(([less, more]) => {
		const [value, otherValue] = [now[less], now[more]];
		if (typeof value !== 'number' || typeof otherValue !== 'number' || value <= otherValue) return [];
		// The question is about the measure that was taken now.
		return less in findings
			? [{ field: less, value, why: 'against' as const, other: more, otherValue }]
			: more in findings
				? [{ field: more, value: otherValue, why: 'against' as const, other: less, otherValue: value }]
				: [];
	});
}
