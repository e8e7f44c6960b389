import type { ComputedRound } from '../allocation/compute-round';
import { isMember } from '../allocation/market';
import type { Moves } from './moves';
import { suppress, type Cell } from './suppress';

/** The input of a breakdown besides the two outcomes. */
export interface HouseholdFacts {
	/** Application id -> persons. */
	readonly sizes: ReadonlyMap<string, number>;
	/** Dwelling id -> zone. */
	readonly zones: ReadonlyMap<string, string>;
}

/** Winners and losers of one kind of household. For a zone, `winners` get a dwelling there and `losers` had one. */
export interface BreakdownRow {
	readonly kind: string;
	readonly winners: Cell;
	readonly losers: Cell;
}

/** `by`: size, zone, accessibility, or a category of the round. Each household is in exactly one row. */
export interface Breakdown {
	readonly by: string;
	readonly rows: readonly BreakdownRow[];
}

/** Null if there are so few that they cannot be shown apart, or at all. */
export interface BrokenDown {
	readonly winners: number | null;
	readonly losers: number | null;
	readonly breakdowns: readonly Breakdown[];
}

/** Persons in a household. The last row is for this many or more. */
const LARGE = 5;
/**
 * The categories of accessibility are shown as one breakdown. Shown separately, they could be subtracted from each
 * other.
 */
const ACCESSIBILITY = ['wheelchair', 'reduced-mobility'];

type KindOf = (household: number, dwelling: number) => string;

/**
 * Counts winners and losers by category, size, zone and need, and hides what could identify a household. If one
 * breakdown of the winners cannot be hidden well enough, none of the winners is shown, nor how many they are. The same
 * holds for losers.
 */
export function breakDown(
	moves: Moves,
	before: ComputedRound,
	after: ComputedRound,
	facts: HouseholdFacts
): BrokenDown {
	const kinds = kindsOf(before, facts);
	const winners = kinds.map(({ kindOf, rows }) => count(moves.winners, after, kindOf, rows));
	const losers = kinds.map(({ kindOf, rows }) => count(moves.losers, before, kindOf, rows));
	const shownWinners = suppressAll(winners);
	const shownLosers = suppressAll(losers);
	return {
		winners: totalOf(moves.winners, shownWinners),
		losers: totalOf(moves.losers, shownLosers),
		breakdowns: kinds.map(({ by, rows }, k) => ({
			by,
			rows: rows.map((kind, row) => ({
				kind,
				winners: shownWinners?.[k]![row] ?? null,
				losers: shownLosers?.[k]![row] ?? null
			}))
		}))
	};
}

/** That no household is concerned identifies none. */
const totalOf = (households: readonly number[], shown: unknown) =>
	shown !== null || households.length === 0 ? households.length : null;

function suppressAll(tables: readonly (readonly number[])[]): readonly (readonly Cell[])[] | null {
	const shown = tables.map(suppress);
	return shown.every((cells) => cells !== null) ? shown : null;
}

function count(
	households: readonly number[],
	{ outcome }: ComputedRound,
	kindOf: KindOf,
	rows: readonly string[]
): number[] {
	const counts = new Map(rows.map((kind) => [kind, 0]));
	for (const household of households) {
		const kind = kindOf(household, outcome.dwelling[household]!);
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return rows.map((kind) => counts.get(kind)!);
}

function kindsOf({ market }: ComputedRound, { sizes, zones }: HouseholdFacts) {
	const isIn = (household: number, category: string) => {
		const number = market.categories.indexOf(category);
		return number >= 0 && isMember(market, household, number);
	};
	const sizeOf = (household: number) => {
		const size = sizes.get(market.applications[household]!);
		return size === undefined ? 'unknown' : String(Math.min(size, LARGE));
	};
	const zoneOf = (dwelling: number) => zones.get(market.dwellings[dwelling] ?? '') ?? 'unknown';
	const needOf = (household: number) => ACCESSIBILITY.find((category) => isIn(household, category)) ?? 'none';
	const sizeRows = [...new Set(market.applications.map((_, household) => sizeOf(household)))].sort();
	const zoneRows = [...new Set(market.dwellings.map((_, dwelling) => zoneOf(dwelling)))].sort();
	const ofCategories = market.categories
		.filter((category) => !ACCESSIBILITY.includes(category))
		.sort()
		.map((category) => {
			const kindOf: KindOf = (household) => (isIn(household, category) ? 'member' : 'other');
			return { by: category, kindOf, rows: ['member', 'other'] };
		});
	return [
		...ofCategories,
		{ by: 'size', kindOf: ((household) => sizeOf(household)) as KindOf, rows: sizeRows },
		{ by: 'zone', kindOf: ((_, dwelling) => zoneOf(dwelling)) as KindOf, rows: zoneRows },
		{ by: 'accessibility', kindOf: ((household) => needOf(household)) as KindOf, rows: [...ACCESSIBILITY, 'none'] }
	];
}
