import type { Day } from '../calendar/instant';
import { filled, withConsequences, type Told } from '../household/told';
import type { RuleSet } from '../ruleset/rule-set';
import type { Eligibility } from './judge-eligibility';
import type { RequirementResult } from './requirement-result';
import { requirements } from './requirements';

/**
 * Judges what a household has told so far by the same requirements as a sent application. A requirement that depends on
 * a blank fact is `missing` with the reason `not-told`, never met or failed. `today`: the calendar day in Milan.
 */
export function judgeTold(given: Told, rules: RuleSet, today: Day): Eligibility {
	const told = withConsequences(given);
	const { household, health } = filled(told);
	// The requirement only asks whether they live there. The points ask since when.
	const regionSince = household.regionSince ?? (told.livesInLombardy ? today : null);
	const facts = { household: { ...household, regionSince }, health, today };
	const results = requirements.flatMap((requirement): RequirementResult[] => {
		const result = requirement.judge(facts, rules.eligibility);
		if (!result || requirement.told(told)) return result ? [result] : [];
		return [{ ...result, outcome: 'missing', threshold: null, fact: null, reason: 'not-told' }];
	});
	const failures = results.filter(({ outcome }) => outcome !== 'met');
	return { eligible: failures.length === 0, results, failures };
}
