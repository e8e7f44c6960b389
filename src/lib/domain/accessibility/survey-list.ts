import { SHOWN_FROM } from '../what-if/suppress';
import type { CheckedThing } from './checks';
import { dwellingClass, verdictFor } from './fit-classes';
import type { Measures } from './measures';
import { needChecks } from './need-checks';
import { needNames, type Need } from './needs';
import { inOrderOfCover, type Group } from './survey-cover';

/** `mask`: its needs (`needMask`). `size`: what it asks of the size of a home, as a number that stands for it. */
export type WaitingHousehold = { readonly mask: number; readonly size: number };

/** `sizes`: those of the households that this dwelling is neither too small nor too large for. */
export type DwellingToMeasure = {
	readonly id: string;
	readonly measures: Measures;
	readonly sizes: ReadonlySet<number>;
};

/** `serves`: households that it may suit, once measured. `adds`: those of them that no dwelling above may suit. */
export type SurveyRow = {
	readonly id: string;
	readonly missing: readonly CheckedThing[];
	readonly serves: number;
	readonly adds: number;
	/** Of `adds`, those that no dwelling suits today. */
	readonly addsWithout: number;
};

/**
 * Which dwellings to measure, and in which order: each adds the most households that none above it may suit (greedy
 * cover); among equals, the most that no dwelling suits today. A dwelling may suit a household when its size does, a
 * measure is missing, and none that was taken is in the way; works are no obstacle. Households without needs count nowhere.
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
 * The needs, as a mask, of households enough to be counted: of a need that is rarer the measures are not named, because
 * they would tell what a household needs.
 */
function commonNeeds(households: readonly WaitingHousehold[]): number {
	const counts = needNames.map((_, bit) => households.reduce((total, { mask }) => total + ((mask >> bit) & 1), 0));
	return counts.reduce((mask, count, bit) => (count < SHOWN_FROM ? mask : mask | (1 << bit)), 0);
}

/** What nobody measured and these needs ask about; all needs where the mask is empty, so that it tells nothing. */
function missingFor(mask: number, measures: Measures): CheckedThing[] {
	const asked = needNames.filter((_, bit) => mask === 0 || (mask & (1 << bit)) !== 0);
	return [...new Set(asked.flatMap((need) => unknownOf(need, measures)))];
}

const unknownOf = (need: Need, measures: Measures) =>
	needChecks[need](measures).flatMap(({ hard, verdict, what }) => (hard && verdict === 'unknown' ? [what] : []));
