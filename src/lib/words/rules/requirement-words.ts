import { own } from '$lib/domain/own';
import { requirementOrder, type RequirementId } from '$lib/domain/eligibility/requirement-result';
import { assetsLimitCents } from '$lib/domain/eligibility/requirements/assets';
import type { EligibilityRules } from '$lib/domain/ruleset/rule-set';
import type { Certainty } from '$lib/domain/ruleset/rule-value';
import { m } from '$lib/paraglide/messages';
import { formatMoney } from '../format';

type ValueOf<Id extends RequirementId> = NonNullable<EligibilityRules[Id]>['value'];
type Words<Value> = {
	/** The name of the requirement on pages that concern no single household. */
	readonly name: () => string;
	/** The requirement of a rule set in one sentence. */
	readonly asks: (value: Value) => string;
};

const words: { readonly [Id in RequirementId]: Words<ValueOf<Id>> } = {
	isee: {
		name: m.rulesets_rule_isee,
		asks: ({ maxCents }) => m.rule_isee({ amount: formatMoney(maxCents) })
	},
	iseeInForce: {
		name: m.rulesets_rule_iseeInForce,
		asks: m.rule_isee_in_force
	},
	assets: {
		name: m.rulesets_rule_assets,
		asks: (value) => {
			const limit = (persons: number) => formatMoney(assetsLimitCents(value, persons));
			return m.rule_assets({ one: limit(1), two: limit(2), four: limit(4) });
		}
	},
	residenceOrWork: {
		name: m.rulesets_rule_residenceOrWork,
		asks: m.rule_residence_or_work
	},
	citizenship: {
		name: m.rulesets_rule_citizenship,
		asks: m.rule_citizenship
	},
	noAdequateHome: {
		name: m.rulesets_rule_noAdequateHome,
		asks: m.rule_no_adequate_home
	},
	noLostDwelling: {
		name: m.rulesets_rule_noLostDwelling,
		asks: m.rule_no_lost_dwelling
	},
	noUnpaidArrears: {
		name: m.rulesets_rule_noUnpaidArrears,
		asks: m.rule_no_unpaid_arrears
	},
	noSquatting: {
		name: m.rulesets_rule_noSquatting,
		asks: m.rule_no_squatting
	},
	seriousHandicap: {
		name: m.rulesets_rule_seriousHandicap,
		asks: m.rule_serious_handicap
	},
	emergency: {
		name: m.rulesets_rule_emergency,
		asks: m.rule_emergency
	}
};

export const requirementName = (id: RequirementId): string =>
	own<{ readonly name: () => string }>(words, id)?.name() ?? id;

/** The sentence for a requirement, with the rule set's numbers. */
export function requirementText<Id extends RequirementId>(id: Id, rules: EligibilityRules): string {
	const rule = rules[id];
	return rule ? words[id].asks(rule.value as ValueOf<Id>) : requirementName(id);
}

export type Asked = {
	readonly id: RequirementId;
	readonly text: string;
	readonly certainty: Certainty;
	readonly source: string;
};

export function askedRequirements(rules: EligibilityRules): Asked[] {
	return requirementOrder.flatMap((id) => {
		const rule = rules[id];
		return rule ? [{ id, text: requirementText(id, rules), certainty: rule.certainty, source: rule.source }] : [];
	});
}
