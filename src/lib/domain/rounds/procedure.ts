import type { RuleValue } from '../ruleset/rule-value';

/** The days of a notice's procedure, whole days of the calendar in Milan. */
export interface ProcedureDays {
	/** From closing to the provisional ranking. */
	readonly provisionalWithin: number;
	/** From its publication, for corrections; 0: there is no provisional ranking, the first is final. */
	readonly corrections: number;
	/** From the end of corrections to the final ranking. */
	readonly finalWithin: number;
	/** From a notice of rejection to the exclusion, for the household to answer. */
	readonly rejectionNotice: number;
}

/** Where a notice says nothing: the days of public housing as open values, shown as such (domain-rules.md, Time). */
const openProcedure: RuleValue<ProcedureDays> = {
	value: { provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 },
	certainty: 'open',
	source: 'r.r. 4/2017'
};

/** The days that the frozen rules of a notice set, with how sure they are. */
export function procedureOf(rules: { readonly procedure?: RuleValue<ProcedureDays> } | null): RuleValue<ProcedureDays> {
	return rules?.procedure ?? openProcedure;
}
