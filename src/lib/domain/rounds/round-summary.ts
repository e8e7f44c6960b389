import type { RoundRows } from '../allocation/round';
import type { RoundResult } from '../allocation/round-result';
import type { RoadTotals } from '../publication/road-totals';
import { labelLedger } from './label-ledger';

/** The figures of a round for lists and page headers. */
export interface RoundSummary {
	/** Households that took part. */
	readonly households: number;
	readonly dwellings: number;
	readonly assigned: number;
	/** How many of the assigned households had already signed. */
	readonly signed: number;
	readonly unassigned: number;
	readonly vacant: number;
	readonly setAside: { readonly dwellings: number; readonly used: number };
	readonly certificate: RoundResult['certificate'];
	readonly left: number;
	readonly changes: RoundChanges | null;
	/** For a notice with sensitive grounds: homes by road, where they may be shown. */
	readonly roads?: RoadTotals | null;
	/** The same: what its publication says, counted. */
	readonly published?: PublishedFigures | null;
}

/** The figures of a publication. */
export interface PublishedFigures {
	/** In the general order. */
	readonly households: number;
	readonly dwellings: number;
	/** For a final version only. */
	readonly allocated: number | null;
}

/** The differences from the version before. */
export interface RoundChanges {
	readonly left: number;
	readonly moved: number;
	readonly housed: number;
}

/** Counts a round. `used`: set-aside dwellings that reached a household of their categories. */
export function summarizeRound(round: RoundRows, result: RoundResult, before: RoundResult | null): RoundSummary {
	const dwellings = [...round.dwellings];
	const signed = result.assignments.filter(({ through }) => through === 'frozen').length;
	return {
		households: result.assignments.length + result.unassigned.length,
		dwellings: dwellings.length,
		assigned: result.assignments.length,
		signed,
		unassigned: result.unassigned.length,
		vacant: result.vacant.reduce((sum, { free }) => sum + free, 0),
		setAside: {
			dwellings: dwellings.filter(({ setAside }) => setAside && setAside.length > 0).length,
			used: labelLedger(round, result).reduce((sum, { used }) => used.reduce((all, count) => all + count, sum), 0)
		},
		certificate: result.certificate,
		left: result.left?.length ?? 0,
		changes: before && countChanges(differences(before, result))
	};
}

/** One household whose home differs between two versions. `gone`: no longer takes part. */
export interface Difference {
	readonly application: string;
	readonly from: string | null;
	readonly to: string | null;
	readonly gone: boolean;
}

/** Households that hold something else in `after` than in `before`, by id. Includes those that left. */
export function differences(before: RoundResult, after: RoundResult): Difference[] {
	const held = new Map(after.assignments.map(({ application, dwelling }) => [application, dwelling]));
	const waiting = new Set(after.unassigned);
	const was = new Map<string, string | null>(before.unassigned.map((application) => [application, null]));
	for (const { application, dwelling } of before.assignments) was.set(application, dwelling);
	const changed: Difference[] = [];
	for (const [application, from] of was) {
		const to = held.get(application) ?? null;
		const gone = to === null && !waiting.has(application);
		if (gone || from !== to) changed.push({ application, from, to, gone });
	}
	return changed.sort((a, b) => (a.application < b.application ? -1 : 1));
}

function countChanges(changed: readonly Difference[]): RoundChanges {
	return {
		left: changed.filter(({ gone }) => gone).length,
		moved: changed.filter(({ from, to }) => from !== null && to !== null).length,
		housed: changed.filter(({ from, to }) => from === null && to !== null).length
	};
}
