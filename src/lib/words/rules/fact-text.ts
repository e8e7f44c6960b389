import { own } from '$lib/domain/own';
import { citizenships } from '$lib/domain/household/choices';
import { emergencyGrounds } from '$lib/domain/household/choices';
import type { RequirementResult } from '$lib/domain/eligibility/requirement-result';
import { m } from '$lib/paraglide/messages';
import { formatDate, formatMoney } from '$lib/words/format';
import { citizenshipName, emergencyName } from '$lib/words/household-names';

const words: Readonly<Record<string, () => string>> = {
	yes: m.apply_yes,
	no: m.apply_no,
	residence: m.rule_fact_residence,
	work: m.rule_fact_work,
	neither: m.rule_fact_neither,
	none: m.apply_none_of_these,
	...Object.fromEntries(emergencyGrounds.map((ground) => [ground, emergencyName[ground]]))
};

/** The declared fact of a requirement in words; null if nothing was declared. */
export function factText({ requirement, fact }: RequirementResult): string | null {
	if (fact === null) return null;
	if (typeof fact === 'number') return formatMoney(fact);
	if (requirement === 'iseeInForce') return formatDate(fact);
	if (requirement === 'citizenship') return citizenshipName[citizenships.find((one) => one === fact) ?? 'other']();
	return own(words, fact)?.() ?? fact;
}
