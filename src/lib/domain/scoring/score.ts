import type { ScoringRules } from '../ruleset/rule-set';
import type { Certainty } from '../ruleset/rule-value';

export const subscoreNames = ['family', 'housing', 'economic', 'residence'] as const;
export type Subscore = (typeof subscoreNames)[number];

export type CriterionId = keyof ScoringRules;

/** Where points come from. `because` holds the facts that decided (numbers, or kebab-case words) for the sentence shown. */
export type ScoreLine = {
	readonly criterion: CriterionId;
	readonly subscore: Subscore;
	/** Hundredths of a point; negative only for a ceiling that cuts. */
	readonly points: number;
	readonly because: Readonly<Record<string, number | string>>;
	readonly certainty: Certainty;
	/** Of the numbers: the act, with its article. */
	readonly source: string;
};

/** All in hundredths of a point. The lines of a sub-score add up to it, and the sub-scores to the total. */
export type Score = {
	readonly total: number;
	readonly subscores: Readonly<Record<Subscore, number>>;
	readonly lines: readonly ScoreLine[];
	/** Length of residence in whole days, for ties. */
	readonly residenceDays: { readonly municipality: number; readonly region: number };
};
