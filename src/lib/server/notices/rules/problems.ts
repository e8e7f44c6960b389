import type { RuleSetProblem } from '$lib/domain/ruleset/rule-set-problem';
import { m } from '$lib/paraglide/messages';

/** The sentence for values that do not stand together. */
export const wrongValueText: Readonly<Record<RuleSetProblem, () => string>> = {
	'ends-before-it-begins': m.rules_wrong_ends,
	'not-ascending': m.rules_wrong_ascending,
	'not-descending': m.rules_wrong_descending,
	'persons-not-in-order': m.rules_wrong_persons,
	'largest-under-smallest': m.rules_wrong_largest,
	'enforceable-under-notified': m.rules_wrong_eviction,
	'home-lost-lowers-points': m.rules_wrong_home,
	repeated: m.rules_wrong_repeated,
	'over-the-whole': m.rules_wrong_whole,
	empty: m.rules_wrong_empty
};

/** The sentence for each act that is refused. */
export const ruleSetProblems = {
	'not-allowed': m.rules_problem_not_allowed,
	'not-found': m.rules_problem_not_found,
	stale: m.rules_problem_stale,
	'not-a-draft': m.rules_problem_not_a_draft,
	'not-proposed': m.rules_problem_not_proposed,
	'two-persons': m.rules_problem_two_persons,
	'nothing-changed': m.rules_problem_nothing_changed,
	'reason-missing': m.rules_problem_reason
} as const;
