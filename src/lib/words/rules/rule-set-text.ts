import type { RuleSet, RuleSetUse } from '$lib/domain/ruleset/rule-set';
import type { VersionState } from '$lib/domain/ruleset/version-state';
import { m } from '$lib/paraglide/messages';
import { formatDate } from '$lib/words/format';

export const stateText: Readonly<Record<VersionState | 'shipped', () => string>> = {
	shipped: m.rulesets_state_shipped,
	draft: m.rulesets_state_draft,
	proposed: m.rulesets_state_proposed,
	approved: m.rulesets_state_approved,
	discarded: m.rulesets_state_discarded
};

export const useText: Readonly<Record<RuleSetUse, () => string>> = {
	'own-notice': m.rulesets_use_own_notice,
	imported: m.rulesets_use_imported,
	'agreed-rent': m.rulesets_use_agreed_rent
};

export function validText({ validFrom, validTo }: Pick<RuleSet, 'validFrom' | 'validTo'>): string {
	const from = formatDate(validFrom);
	return validTo === null
		? m.rulesets_valid_since({ from })
		: m.rulesets_valid_between({ from, to: formatDate(validTo) });
}
