import { suitsWheelchair } from '../accessibility/fit';
import type { Measures } from '../accessibility/measures';
import { isSensitive } from '../ruleset/ground-kind';
import type { RuleSet } from '../ruleset/rule-set';

interface Labelled {
	readonly owner: string;
	readonly measures: Measures;
	readonly setAside: readonly string[];
}

/** Dwellings of one owner that are set aside for a sensitive category: how many, never which. */
export interface HiddenSetAside {
	readonly owner: string;
	readonly category: string;
	readonly homes: number;
}

/**
 * The set-asides that the page of a notice shows for a dwelling. A dwelling fit for a wheelchair says so, because its
 * measures do. A share for a category that tells of health, hardship or violence is never shown by dwelling: a
 * neighbour knows which household moves in.
 */
export function shownSetAside({ measures, setAside }: Labelled, rules: RuleSet): readonly string[] {
	return suitsWheelchair(measures) ? setAside : setAside.filter((category) => !isHidden(category, rules));
}

/** The dwellings whose set-aside is not shown, by owner and category. */
export function countHidden(dwellings: readonly Labelled[], rules: RuleSet): HiddenSetAside[] {
	const counts = new Map<string, HiddenSetAside>();
	for (const { owner, measures, setAside } of dwellings) {
		for (const category of suitsWheelchair(measures) ? [] : setAside.filter((one) => isHidden(one, rules))) {
			const key = JSON.stringify([owner, category]);
			counts.set(key, { owner, category, homes: (counts.get(key)?.homes ?? 0) + 1 });
		}
	}
	return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

const isHidden = (category: string, { setAsides }: RuleSet): boolean =>
	isSensitive(setAsides?.value.find((share) => share.category === category)?.ground);
