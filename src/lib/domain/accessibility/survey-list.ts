import { SHOWN_FROM } from '../what-if/suppress';
import type { CheckedThing } from './checks';
import { dwellingClass, verdictFor } from './fit-classes';
import type { Measures } from './measures';
import { needChecks } from './need-checks';
import { needNames, type Need } from './needs';
import { inOrderOfCover, type Group } from './survey-cover';

/** `mask`: its needs (`needMask`). `size`: a number that stands for the sizes of home it may have. */
export type WaitingHousehold = { readonly mask: number; readonly size: number };

/** `sizes`: the `size` numbers of the households for which this dwelling is neither too small nor too large. */
export type DwellingToMeasure = {
	readonly id: string;
	readonly measures: Measures;
	readonly sizes: ReadonlySet<number>;
};

/** `serves`: households that it may suit once it is measured. `adds`: those of them that no dwelling above may suit. */
export type SurveyRow = {
	readonly id: string;
	readonly missing: readonly CheckedThing[];
	readonly serves: number;
	readonly adds: number;
	/** Those of `adds` that no dwelling suits today. */
	readonly addsWithout: number;
};

/**
 * Which dwellings to measure, and in which order. Each adds the most households that none above it may suit (greedy
 * cover); among equals, the most that no dwelling suits today. A dwelling may suit a household if its size fits, a
 * measure is missing, and no measure taken so far rules it out; works do not rule it out. Households without needs are
 * not counted.
 */
export function surveyList(
	dwellings: readonly DwellingToMeasure[],
	households: readonly WaitingHousehold[]
): readonly SurveyRow[] {
	const homes = dwellings.map(({ measures }) => dwellingClass(measures));
	const groups = groupsOf(households);
	const may = homes.map((home, at): Group[] => {
		const unknown: Group[] = [];
		for (const size of dwellings[at]!.sizes) {
			for (const group of groups.get(size) ?? []) {
				const verdict = verdictFor(group.mask, home);
				if (verdict === 'unknown') unknown.push(group);
				if (verdict === 'suits') group.without = 0;
			}
		}
		return unknown;
	});
	const common = commonNeeds(households);
	return inOrderOfCover(may).map(({ at, ...counted }) => {
		const asked = may[at]!.reduce((mask, group) => mask | group.mask, 0) & homes[at]!.unknown;
		const { id, measures } = dwellings[at]!;
		return { id, missing: missingFor(asked & common, measures), ...counted };
	});
}

/** By size. */
function groupsOf(households: readonly WaitingHousehold[]): ReadonlyMap<number, Group[]> {
	const sizes = new Map<number, Map<number, Group>>();
	for (const { mask, size } of households) {
		if (mask === 0) continue;
		const groups = sizes.get(size) ?? sizes.set(size, new Map()).get(size)!;
		const group = groups.get(mask) ?? { mask, count: 0, without: 0 };
		groups.set(mask, { mask, count: group.count + 1, without: group.without + 1 });
	}
	return new Map([...sizes].map(([size, groups]) => [size, [...groups.values()]]));
}

/**
 * The needs, as a mask, that enough households have. The measures for a rarer need are not named, because they would
 * reveal what a household needs.
 */
function commonNeeds(households: readonly WaitingHousehold[]): number {
	const counts = needNames.map((_, bit) => households.reduce((total, { mask }) => total + ((mask >> bit) & 1), 0));
	return counts.reduce((mask, count, bit) => (count < SHOWN_FROM ? mask : mask | (1 << bit)), 0);
}

/**
 * The missing measures that these needs ask about. For an empty mask those of all needs, so that the answer reveals
 * nothing.
 */
function missingFor(mask: number, measures: Measures): CheckedThing[] {
	const asked = needNames.filter((_, bit) => mask === 0 || (mask & (1 << bit)) !== 0);
	return [...new Set(asked.flatMap((need) => unknownOf(need, measures)))];
}

const unknownOf = (need: Need, measures: Measures) =>
	needChecks[need](measures).flatMap(({ hard, verdict, what }) => (hard && verdict === 'unknown' ? [what] : []));
