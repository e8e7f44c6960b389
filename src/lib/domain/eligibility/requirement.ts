import type { Day } from '../calendar/instant';
import type { HealthFacts } from '../accessibility/needs';
import type { Household } from '../household/household';
import type { EligibilityRules } from '../ruleset/rule-set';
import type { Certainty, RuleValue } from '../ruleset/rule-value';

export type RequirementId = keyof EligibilityRules;

/** The order in which pages list and judge requirements. */
export const requirementOrder: readonly RequirementId[] = [
	'isee',
	'iseeInForce',
	'assets',
	'residenceOrWork',
	'citizenship',
	'noAdequateHome',
	'noLostDwelling',
	'noUnpaidArrears',
	'noSquatting',
	'seriousHandicap',
	'emergency'
];

/**
 * What a requirement may look at. `health`: null when it was not declared. `today`: the day of the request in Milan.
 */
export type JudgedFacts = {
	readonly household: Household;
	readonly health: HealthFacts | null;
	readonly today: Day;
};

type Outcome = {
	readonly outcome: 'met' | 'failed' | 'missing';
	/** What the rule asks: cents, or a kebab-case word; null for a plain yes or no. */
	readonly threshold: number | string | null;
	/** What the household declared, in the same unit; null when missing. */
	readonly fact: number | string | null;
	/** Kebab-case name of the sentence that explains the outcome. */
	readonly reason: string;
};

/** One requirement, judged. `missing`: the fact was not declared, so the outcome is not known yet. */
export type RequirementResult = Outcome & {
	readonly requirement: RequirementId;
	readonly certainty: Certainty;
	readonly source: string;
};

export type Requirement = {
	readonly id: RequirementId;
	/** Null when the rule set does not ask for it. */
	readonly judge: (facts: JudgedFacts, rules: EligibilityRules) => RequirementResult | null;
};

type ValueOf<Id extends RequirementId> =
	NonNullable<EligibilityRules[Id]> extends RuleValue<infer Value> ? Value : never;

/** Connects a requirement with its numbers in the rule set, and its outcome with their source. */
export function requirement<Id extends RequirementId>(
	id: Id,
	judge: (facts: JudgedFacts, value: ValueOf<Id>) => Outcome
): Requirement {
	return {
		id,
		judge(facts, rules) {
			const rule = rules[id] as RuleValue<ValueOf<Id>> | undefined;
			if (!rule) return null;
			const { certainty, source } = rule;
			return { requirement: id, ...judge(facts, rule.value), certainty, source };
		}
	};
}

/** Requires that a declared circumstance is absent. */
export function absence(present: boolean, reason: string): Outcome {
	return present
		? { outcome: 'failed', threshold: 'no', fact: 'yes', reason }
		: { outcome: 'met', threshold: 'no', fact: 'no', reason: 'met' };
}
