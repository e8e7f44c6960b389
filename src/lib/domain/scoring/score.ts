import type { criteria } from './criteria';
import type { LineOf, Subscore } from './criterion';
import type { residenceTogether } from './residence-together';

export type CriterionId = (typeof criteria)[number]['id'] | (typeof residenceTogether)['id'];
export type ScoreLine = LineOf<CriterionId>;

/** All in hundredths of a point. The lines of a sub-score add up to it, and the sub-scores to the total. */
export type Score = {
	readonly total: number;
	readonly subscores: Readonly<Record<Subscore, number>>;
	readonly lines: readonly ScoreLine[];
	/** Length of residence in whole days, for ties. */
	readonly residenceDays: { readonly municipality: number; readonly region: number };
};
