import type { Day } from '../calendar/instant';
import { filled, withConsequences, type Told } from '../household/told';
import type { RuleSet } from '../ruleset/rule-set';
import { criteria } from './criteria';
import type { CriterionId, Score } from './score';
import { scoreHousehold } from './score-household';

/** `untold`: criteria of the rule set that could give more, whose facts were not told, in the order of the lines. */
export type ToldScore = { readonly score: Score; readonly untold: readonly CriterionId[] };

/**
 * The points of what was told, by the same criteria as a request's: a fact left blank gives none and is named in `untold`.
 * Points in hundredths; `today`: the calendar day in Milan.
 */
export function scoreTold(given: Told, rules: RuleSet, today: Day): ToldScore {
	const told = withConsequences(given);
	const { household, health } = filled(told);
	const untold = criteria
		.filter(({ id }) => rules.scoring[id] !== undefined)
		.filter(({ facts }) => facts.some((name) => told[name] === undefined));
	return { score: scoreHousehold(household, health, rules, today), untold: untold.map(({ id }) => id) };
}
