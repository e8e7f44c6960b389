import type { RentAnswer } from './rent-range';

/**
 * Whether a monthly rent (cents) may be asked. `open`: above the maximum with corrections added up but not multiplied,
 * or the other way round; the associations decide. Below the minimum is allowed by the agreement.
 */
export type RentJudgement = 'inside' | 'below-minimum' | 'open' | 'above-maximum';

/** Judges `rentCents` a month against the range. Source: the agreement, "never above the maximum of the band". */
export function judgeRent(range: Extract<RentAnswer, { ok: true }>, rentCents: number): RentJudgement {
	const maxima = [range.sum, range.product ?? range.sum].map((one) => one.monthMaxCents);
	if (rentCents > Math.max(...maxima)) return 'above-maximum';
	if (rentCents > Math.min(...maxima)) return 'open';
	return rentCents < range.sum.monthMinCents ? 'below-minimum' : 'inside';
}
