import type { RuleValue } from '../ruleset/rule-value';

/** What a household that does not take an offer keeps. */
export const consequences = ['keeps-waiting', 'leaves-ranking'] as const;
/** `keeps-waiting`: stays in the ranking for homes that fall free later, moving nobody. `leaves-ranking`: its request ends. */
export type Consequence = (typeof consequences)[number];

/** What each notice sets: the law leaves it open (domain-rules.md, Time). */
export interface RefusalRules {
	readonly justified: Consequence;
	readonly unjustified: Consequence;
	readonly expired: Consequence;
	/** Reasons that count as justified. */
	readonly justifiedReasons: readonly RefusalReason[];
}

export const refusalReasons = ['needs', 'condition', 'distance', 'other-home', 'other'] as const;
/**
 * needs: does not suit the household's needs. condition: not as described. distance: too far from work, school or care.
 * other-home: found one elsewhere. other: anything else.
 */
export type RefusalReason = (typeof refusalReasons)[number];

/** Where a notice says nothing: open values, illustrative, shown as such. */
export const openRefusalRules: RefusalRules = {
	justified: 'keeps-waiting',
	unjustified: 'leaves-ranking',
	expired: 'leaves-ranking',
	justifiedReasons: ['needs', 'condition']
};

/** What the frozen rules of a notice say, or the open values. */
export function refusalRulesOf(rules: { readonly refusal?: RuleValue<RefusalRules> } | null): RefusalRules {
	return rules?.refusal?.value ?? openRefusalRules;
}

/** How a refusal for `reason` counts under the notice's rules, and what follows. */
export function decideRefusal(rules: RefusalRules, reason: RefusalReason) {
	const justified = rules.justifiedReasons.includes(reason);
	return { justified, consequence: justified ? rules.justified : rules.unjustified };
}
