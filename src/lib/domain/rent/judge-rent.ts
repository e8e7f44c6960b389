import type { LawfulRent } from './estimate-rent';

/**
 * Whether a monthly rent (cents) may be asked. `open`: allowed with corrections added up but not multiplied, or the
 * other way round; the associations decide. `maximum-missed`: the maximum of the band, for which elements D are missing.
 * Below the minimum is allowed by the agreement.
 */
export type RentJudgement = 'inside' | 'below-minimum' | 'open' | 'maximum-missed' | 'above-maximum';

/** Judges `rentCents` a month. Source: the agreement, "never above the maximum of the band" and its five elements D. */
export function judgeRent({ range, highest }: LawfulRent, rentCents: number): RentJudgement {
	if (rentCents > (highest.maximumMissed?.maximumCents ?? highest.cents)) return 'above-maximum';
	if (rentCents > highest.cents) return 'maximum-missed';
	if (rentCents > highest.undisputedCents) return 'open';
	return rentCents < range.sum.monthMinCents ? 'below-minimum' : 'inside';
}
