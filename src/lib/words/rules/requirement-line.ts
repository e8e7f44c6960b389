import type { RequirementResult } from '$lib/domain/eligibility/requirement-result';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { m } from '$lib/paraglide/messages';
import { formatMoney } from '$lib/words/format';
import { factText } from './fact-text';
import { reasonText } from './requirement-reasons';
import { requirementText } from './requirement-words';
import { whenceText } from './whence-text';

const outcomes = { met: m.rule_met, failed: m.rule_failed, missing: m.rule_missing };

/** The declared fact of a met requirement; the reason gives it for the others. Only assets have a limit by household. */
function toldOf(result: RequirementResult): string[] {
	const fact = result.outcome === 'met' ? factText(result) : null;
	if (fact === null) return [];
	const told = m.rule_told({ fact });
	if (result.requirement !== 'assets' || typeof result.threshold !== 'number') return [told];
	return [told, m.rule_limit({ amount: formatMoney(result.threshold) })];
}

/** A requirement in words: the outcome, what it asks, the reason where it is not met, and the fact with the source of the rule. */
export const requirementLine = (result: RequirementResult, rules: RuleSet) => ({
	outcome: outcomes[result.outcome](),
	text: requirementText(result.requirement, rules.eligibility),
	reason: result.outcome === 'met' ? null : reasonText(result),
	about: [...toldOf(result), whenceText(result)].filter(Boolean).join(' · ')
});
