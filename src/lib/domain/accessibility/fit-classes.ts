import { severityOf, verdictAt, type Verdict } from './checks';
import type { Measures } from './measures';
import { needChecks } from './need-checks';
import { needMask, needNames, type Need, type Needs } from './needs';

/**
 * The needs that a dwelling does not meet, as one mask for each verdict (bit n is need n of `needNames`). If all are 0,
 * it suits everybody.
 */
export type DwellingClass = { readonly not: number; readonly unknown: number; readonly works: number };

/** Every single need against one dwelling, computed once. */
export function dwellingClass(measures: Measures): DwellingClass {
	const masks = [0, 0, 0, 0];
	needNames.forEach((need, bit) => {
		const level = levelOf(need, measures);
		masks[level] = masks[level]! | (1 << bit);
	});
	return { works: masks[1]!, unknown: masks[2]!, not: masks[3]! };
}

function levelOf(need: Need, measures: Measures): number {
	let worst = 0;
	for (const { hard, verdict } of needChecks[need](measures)) if (hard) worst = Math.max(worst, severityOf(verdict));
	return worst;
}

/** The verdict that `fitFor` gives for the needs of this mask: the worst of the single needs. */
export const verdictFor = (mask: number, home: DwellingClass): Verdict => verdictAt(levelFor(mask, home));

function levelFor(mask: number, { not, unknown, works }: DwellingClass): number {
	if ((mask & not) !== 0) return 3;
	if ((mask & unknown) !== 0) return 2;
	return (mask & works) !== 0 ? 1 : 0;
}

/** All verdicts of many households and many dwellings. Rows and columns are classes; `verdict` finds one pair. */
export type FitTable = {
	/** The class of each household and of each dwelling, in the order given. */
	readonly needClass: Int32Array;
	readonly homeClass: Int32Array;
	readonly needClasses: number;
	readonly homeClasses: number;
	/** The verdict of household `household` at dwelling `dwelling`, by their places in what was given. */
	verdict(household: number, dwelling: number): Verdict;
};

/**
 * The verdicts of every household at every dwelling. Households with equal needs are one class, and so are dwellings
 * that answer every single need alike: 25,000 households and 1,500 dwellings are a few hundred classes each.
 */
export function fitTable(households: readonly Needs[], dwellings: readonly Measures[]): FitTable {
	const needs = classesOf(households, needMask);
	const homes = classesOf(dwellings.map(dwellingClass), ({ not, unknown, works }) => `${not} ${unknown} ${works}`);
	const levels = new Uint8Array(needs.firsts.length * homes.firsts.length);
	needs.firsts.forEach((first, row) => {
		const mask = needMask(first);
		homes.firsts.forEach((home, column) => {
			levels[row * homes.firsts.length + column] = levelFor(mask, home);
		});
	});
	return {
		needClass: needs.of,
		homeClass: homes.of,
		needClasses: needs.firsts.length,
		homeClasses: homes.firsts.length,
		verdict: (household, dwelling) =>
			verdictAt(levels[needs.of[household]! * homes.firsts.length + homes.of[dwelling]!]!)
	};
}

function classesOf<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key) {
	const known = new Map<Key, number>();
	const firsts: Item[] = [];
	const of = Int32Array.from(items, (item) => {
		const key = keyOf(item);
		let number = known.get(key);
		if (number === undefined) {
			number = firsts.length;
			known.set(key, number);
			firsts.push(item);
		}
		return number;
	});
	return { of, firsts };
}
