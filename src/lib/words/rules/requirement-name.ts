import type { RequirementId } from '$lib/domain/eligibility/requirement';
import { m } from '$lib/paraglide/messages';

/** The name of a requirement on pages that concern no single household. */
export const requirementName: Readonly<Record<RequirementId, () => string>> = {
	isee: m.rulesets_rule_isee,
	iseeInForce: m.rulesets_rule_iseeInForce,
	assets: m.rulesets_rule_assets,
	residenceOrWork: m.rulesets_rule_residenceOrWork,
	citizenship: m.rulesets_rule_citizenship,
	noAdequateHome: m.rulesets_rule_noAdequateHome,
	noLostDwelling: m.rulesets_rule_noLostDwelling,
	noUnpaidArrears: m.rulesets_rule_noUnpaidArrears,
	noSquatting: m.rulesets_rule_noSquatting,
	seriousHandicap: m.rulesets_rule_seriousHandicap,
	emergency: m.rulesets_rule_emergency
};
