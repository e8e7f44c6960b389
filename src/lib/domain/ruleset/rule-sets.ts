import type { RuleSet } from './rule-set';
import { agency2026 } from './sets/agency-2026';
import { sap2019 } from './sets/sap-2019';

/** Every rule set that a notice can be bound to. One in force is never changed: a new one gets a new id. */
export const ruleSets: readonly RuleSet[] = [agency2026, sap2019];

export function findRuleSet(id: string): RuleSet | undefined {
	return ruleSets.find((ruleSet) => ruleSet.id === id);
}
