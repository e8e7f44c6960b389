import type { Certainty } from '../ruleset/rule-value';

/**
 * A way to appeal against an exclusion. `days`: from the day when the person is told; null where no source at hand says. Known
 * terms are those that decisions in the Official Gazette tell; the articles themselves are not among the sources at hand.
 */
export type Appeal = {
	readonly kind: 'review' | 'regional-court' | 'president' | 'civil-court';
	readonly days: number | null;
	readonly certainty: Certainty;
	/** The article to check; null where none is known. */
	readonly source: string | null;
};

/**
 * The ways to appeal, the nearest first. Which court decides depends on what is contested (the ranking, or a right to the
 * home), and the sources at hand do not say it for each notice: the page names both.
 */
export const appeals: readonly Appeal[] = [
	{ kind: 'review', days: null, certainty: 'open', source: null },
	{ kind: 'regional-court', days: 60, certainty: 'known', source: 'D.Lgs. 104/2010, art. 29 e 41' },
	{ kind: 'president', days: 120, certainty: 'known', source: 'D.P.R. 1199/1971, art. 9' },
	{ kind: 'civil-court', days: null, certainty: 'open', source: null }
];
