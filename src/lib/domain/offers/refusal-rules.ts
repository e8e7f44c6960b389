import type { RuleValue } from '../ruleset/rule-value';

/** The consequence for a household that does not take an offer. */
export const consequences = ['keeps-waiting', 'leaves-ranking'] as const;
/**
 * `keeps-waiting`: it stays in the ranking for homes that become free later, and displaces no household.
 * `leaves-ranking`: its request ends.
 */
export type Consequence = (typeof consequences)[number];

/** The rules that each notice sets, because the law leaves them open (docs/domain-rules.md, Time). */
export interface RefusalRules {
	readonly justified: Consequence;
	readonly unjustified: Consequence;
	readonly expired: Consequence;
	/** The reasons that count as justified. */
	readonly justifiedReasons: readonly RefusalReason[];
}

export const refusalReasons = ['needs', 'condition', 'distance', 'other-home', 'other'] as const;
/**
 * needs: does not suit the household's needs. condition: not as described. distance: too far from work, school or care.
 * other-home: found one elsewhere. other: anything else.
 */
export type RefusalReason = (typeof refusalReasons)[number];

/** The rules where a notice sets none: open values, illustrative, and shown as such. */
export const openRefusalRules: RefusalRules = {
	justified: 'keeps-waiting',
	unjustified: 'leaves-ranking',
	expired: 'leaves-ranking',
	justifiedReasons: ['needs', 'condition']
};

/** The frozen rules of a notice, or the open values. */
export function refusalRulesOf(rules: { readonly refusal?: RuleValue<RefusalRules> } | null): RefusalRules {
	return rules?.refusal?.value ?? openRefusalRules;
}

/** How a refusal for `reason` counts under the notice's rules, and what follows from it. */
export function decideRefusal(rules: RefusalRules, reason: RefusalReason) {
	const justified = rules.justifiedReasons.includes(reason);
	return { justified, consequence: justified ? rules.justified : rules.unjustified };
}
