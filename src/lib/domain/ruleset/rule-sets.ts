import type { RuleSet } from './rule-set';
import { agency2026 } from './sets/agency-2026';
import { agreedRent2026 } from './sets/agreed-rent-2026';
import { disabled2026 } from './sets/disabled-2026';
import { sap2019 } from './sets/sap-2019';
import { sap2025 } from './sets/sap-2025';
import { temporary2026 } from './sets/temporary-2026';

/** The rule sets that come with the portal. One in force is never changed: a new one gets a new id. */
export const ruleSets: readonly RuleSet[] = [agency2026, disabled2026, temporary2026, agreedRent2026, sap2025, sap2019];

export function findRuleSet(id: string): RuleSet | undefined {
	return ruleSets.find((ruleSet) => ruleSet.id === id);
}
