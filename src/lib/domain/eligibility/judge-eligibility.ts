import type { Day } from '../calendar/instant';
import type { HealthFacts } from '../accessibility/needs';
import type { Household } from '../household/household';
import type { RuleSet } from '../ruleset/rule-set';
import { requirements } from './requirements';
import type { RequirementResult } from './requirement';

export type Eligibility = {
	/** Every requirement of the rule set is met; false while a fact is missing. */
	readonly eligible: boolean;
	/** Every requirement that the rule set asks, met or not: nobody learns of a second obstacle only after the first. */
	readonly results: readonly RequirementResult[];
	readonly failures: readonly RequirementResult[];
};

/**
 * Judges a household against every requirement of a rule set. `health`: null when it was not told, so that what depends
 * on it is missing. `today` is the calendar day of the request in Milan.
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
