import { roundKeys } from '../ranking/round-keys';
import type { RuleSet } from '../ruleset/rule-set';
import type { Score } from './score';

/** The integers by which a list orders a scored household, under the ties of its rule set. See `roundKeys`. */
export function keysFor(score: Score, rules: RuleSet): readonly number[] {
	const { municipality, region } = score.residenceDays;
	return roundKeys(score, { municipalityDays: municipality, regionDays: region }, rules.ties.value);
}
