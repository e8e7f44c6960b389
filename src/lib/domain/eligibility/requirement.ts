import type { Day } from '../calendar/instant';
import type { Household } from '../household/household';
import type { Certainty, EligibilityRules, RuleValue } from '../ruleset/rule-set';

export type RequirementId = keyof EligibilityRules;

/** The order in which pages list and judge requirements. */
export const requirementOrder: readonly RequirementId[] = [
	'isee',
	'assets',
	'residenceOrWork',
	'citizenship',
	'noAdequateHome',
	'noLostDwelling',
	'noUnpaidArrears',
	'noSquatting'
];

type Outcome = {
	readonly outcome: 'met' | 'failed' | 'missing';
	/** What the rule asks: cents, or a kebab-case word; null when it is a plain yes or no. */
	readonly threshold: number | string | null;
	/** What the household declared, in the same unit; null when missing. */
	readonly fact: number | string | null;
	/** Kebab-case: which sentence explains the outcome. */
	readonly reason: string;
};

/** One requirement, judged. `missing`: the fact was not declared, so nobody can say yet. */
export type RequirementResult = Outcome & {
	readonly requirement: RequirementId;
	readonly certainty: Certainty;
	readonly source: string;
};

export type Requirement = {
	readonly id: RequirementId;
	/** Null when the rule set does not ask it. */
	readonly judge: (household: Household, rules: EligibilityRules, today: Day) => RequirementResult | null;
};

type ValueOf<Id extends RequirementId> =
	NonNullable<EligibilityRules[Id]> extends RuleValue<infer Value> ? Value : never;

/** Binds a requirement to its numbers in the rule set, and its outcome to where they come from. */
export function requirement<Id extends RequirementId>(
	id: Id,
	judge: (household: Household, value: ValueOf<Id>, today: Day) => Outcome
): Requirement {
	return {
		id,
		judge(household, rules, today) {
			const rule = rules[id] as RuleValue<ValueOf<Id>> | undefined;
			if (!rule) return null;
			const { certainty, source } = rule;
			return { requirement: id, ...judge(household, rule.value, today), certainty, source };
		}
	};
}

/** A requirement that a declared circumstance must be absent. */
export function absence(present: boolean, reason: string): Outcome {
	return present
		? { outcome: 'failed', threshold: 'no', fact: 'yes', reason }
		: { outcome: 'met', threshold: 'no', fact: 'no', reason: 'met' };
}
