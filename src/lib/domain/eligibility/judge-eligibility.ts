import type { Day } from '../calendar/instant';
import type { HealthFacts } from '../accessibility/needs';
import type { Household } from '../household/household';
import type { RuleSet } from '../ruleset/rule-set';
import { requirements } from './requirements';
import type { RequirementResult } from './requirement-result';

export type Eligibility = {
	/** True if every requirement of the rule set is met; false while a fact is missing. */
	readonly eligible: boolean;
	/** Every requirement of the rule set, met or not, so that a household learns of all obstacles at once. */
	readonly results: readonly RequirementResult[];
	readonly failures: readonly RequirementResult[];
};

/**
 * Judges a household against every requirement of a rule set. `health`: null when it was not declared; requirements
 * that depend on it are then missing. `today` is the calendar day of the request in Milan.
 */
export function judgeEligibility(
	household: Household,
	health: HealthFacts | null,
	rules: RuleSet,
	today: Day
): Eligibility {
	const facts = { household, health, today };
	const results: RequirementResult[] = [];
	for (const { judge } of requirements) {
		const result = judge(facts, rules.eligibility);
		if (result) results.push(result);
	}
	const failures = results.filter((result) => result.outcome !== 'met');
	return { eligible: failures.length === 0, results, failures };
}
