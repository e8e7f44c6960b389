import type { RuleValue } from '../ruleset/rule-value';

/** The time limits of a notice's procedure, in whole calendar days in Milan. */
export interface ProcedureDays {
	/** From closing to the provisional ranking. */
	readonly provisionalWithin: number;
	/** From its publication, for corrections. 0: there is no provisional ranking, and the first is final. */
	readonly corrections: number;
	/** From the end of corrections to the final ranking. */
	readonly finalWithin: number;
	/** From a notice of rejection to the exclusion: the time for the household to answer. */
	readonly rejectionNotice: number;
}

/** The days where a notice sets none: those of public housing as open values, shown as such (docs/domain-rules.md, Time). */
const openProcedure: RuleValue<ProcedureDays> = {
	value: { provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 },
	certainty: 'open',
	source: 'r.r. 4/2017'
};

/** The days in the frozen rules of a notice, with their certainty. */
export function procedureOf(rules: { readonly procedure?: RuleValue<ProcedureDays> } | null): RuleValue<ProcedureDays> {
	return rules?.procedure ?? openProcedure;
}
