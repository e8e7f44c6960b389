import type { LawfulRent } from './estimate-rent';

/**
 * Whether a monthly rent (cents) may be asked.
 * - `open`: it is allowed if corrections are added up and not if they are multiplied, or the other way round. The
 *   associations decide.
 * - `maximum-missed`: it is the maximum of the band, for which elements D are missing.
 * A rent below the minimum is allowed by the agreement.
 */
export type RentJudgement = 'inside' | 'below-minimum' | 'open' | 'maximum-missed' | 'above-maximum';

/** Judges `rentCents` a month. Source: the agreement, "never above the maximum of the band" and its five elements D. */
export function judgeRent({ range, highest }: LawfulRent, rentCents: number): RentJudgement {
	if (rentCents > (highest.maximumMissed?.maximumCents ?? highest.cents)) return 'above-maximum';
	if (rentCents > highest.cents) return 'maximum-missed';
	if (rentCents > highest.undisputedCents) return 'open';
	return rentCents < range.sum.monthMinCents ? 'below-minimum' : 'inside';
}
