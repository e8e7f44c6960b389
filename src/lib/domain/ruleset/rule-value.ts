import type { Day } from '../calendar/instant';
import type { GroundKind } from './ground-kind';

export const certainties = ['found', 'known', 'open', 'illustrative'] as const;
/**
 * How sure a number is. found: read in the source named. known: widely known, its article to be checked. open: not
 * found, the agency enters it. illustrative: invented so that the demonstration works, and said so on every page.
 */
export type Certainty = (typeof certainties)[number];

/** A value of the law or of the agency. `validFrom` and `validTo`, both included: where its dates are not those of its rule set. */
export type RuleValue<T> = {
	readonly value: T;
	readonly certainty: Certainty;
	/** The act, with its article. */
	readonly source: string;
	readonly validFrom?: Day;
	readonly validTo?: Day;
	/** The information that the rule gives away about a household it applies to; left out: it counts as sensitive. */
	readonly ground?: GroundKind;
};
