import { own } from '$lib/domain/own';
import { assetsLimitCents } from '$lib/domain/eligibility/requirements/assets';
import { requirementOrder, type RequirementId, type RequirementResult } from '$lib/domain/eligibility/requirement';
import type { EligibilityRules } from '$lib/domain/ruleset/rule-set';
import type { Certainty } from '$lib/domain/ruleset/rule-value';
import { m } from '$lib/paraglide/messages';
import { formatMoney } from '$lib/words/format';

export type Asked = {
	readonly id: RequirementId;
	readonly text: string;
	readonly certainty: Certainty;
	readonly source: string;
};

const plain: Partial<Record<RequirementId, () => string>> = {
	iseeInForce: m.rule_isee_in_force,
	seriousHandicap: m.rule_serious_handicap,
	emergency: m.rule_emergency,
	residenceOrWork: m.rule_residence_or_work,
	citizenship: m.rule_citizenship,
	noAdequateHome: m.rule_no_adequate_home,
	noLostDwelling: m.rule_no_lost_dwelling,
	noUnpaidArrears: m.rule_no_unpaid_arrears,
	noSquatting: m.rule_no_squatting
};

/** A requirement of a rule set in one sentence. */
export function requirementText(id: RequirementId, rules: EligibilityRules): string {
	if (id === 'isee' && rules.isee) return m.rule_isee({ amount: formatMoney(rules.isee.value.maxCents) });
	if (id === 'assets' && rules.assets) {
		const limit = (persons: number) => formatMoney(assetsLimitCents(rules.assets!.value, persons));
		return m.rule_assets({ one: limit(1), two: limit(2), four: limit(4) });
	}
	return own(plain, id)?.() ?? id;
}

export function askedRequirements(rules: EligibilityRules): Asked[] {
	return requirementOrder.flatMap((id) => {
		const rule = rules[id];
		return rule ? [{ id, text: requirementText(id, rules), certainty: rule.certainty, source: rule.source }] : [];
	});
}

const reasons: Record<string, (values: { fact: string; threshold: string }) => string> = {
	'isee-over-limit': m.reason_isee_over_limit,
	'assets-over-limit': m.reason_assets_over_limit,
	'assets-not-declared': m.reason_assets_not_declared,
	'no-residence-or-work': m.reason_no_residence_or_work,
	'permit-not-accepted': m.reason_permit_not_accepted,
	'owns-adequate-home': m.reason_owns_adequate_home,
	'lost-public-dwelling': m.reason_lost_public_dwelling,
	'unpaid-arrears': m.reason_unpaid_arrears,
	squatted: m.reason_squatted,
	'permit-expired': m.reason_permit_expired,
	'isee-expired': m.reason_isee_expired,
	'isee-expiry-not-declared': m.reason_isee_expiry_not_declared,
	'no-serious-handicap': m.reason_no_serious_handicap,
	'handicap-not-declared': m.reason_handicap_not_declared,
	'not-told': m.reason_not_told,
	'no-emergency': m.reason_no_emergency,
	'emergency-not-declared': m.reason_emergency_not_declared
};

/** Why a requirement is not met, with the declared and the required value; empty when it is met. */
export function reasonText({ reason, fact, threshold }: RequirementResult): string {
	const shown = (value: number | string | null) => (typeof value === 'number' ? formatMoney(value) : (value ?? ''));
	return own(reasons, reason)?.({ fact: shown(fact), threshold: shown(threshold) }) ?? '';
}
