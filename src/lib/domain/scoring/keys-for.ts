import type { RuleSet, TieBreaker } from '../ruleset/rule-set';
import type { Score } from './score';

/**
 * The integers by which a list orders households, best first by the higher: the total, then each tie-breaker of the
 * rule set in its order (r.r. 4/2017 art. 12(3)). What is still equal is decided by the public draw. See `round/1`, `keys`.
 */
export function keysFor(score: Score, rules: RuleSet): number[] {
	return [score.total, ...rules.ties.value.map((tie) => tieValue(score, tie))];
}

function tieValue(score: Score, tie: TieBreaker): number {
	if (tie === 'municipality-days') return score.residenceDays.municipality;
	if (tie === 'region-days') return score.residenceDays.region;
	return score.subscores[tie];
}
