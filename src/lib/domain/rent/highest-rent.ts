import type { BandDecision } from './band';
import type { RentAnswer } from './rent-range';

/** Monthly rents in whole cents. */
export type HighestRent = {
	/**
	 * The highest rent that may be asked. A flat with fewer elements D than the maximum of its band needs (found in the
	 * agreement: at least five) may not ask the maximum, so the highest rent is one cent below. The agreement does not
	 * say how far below it should stay (open), and the portal does not invent a number.
	 */
	readonly cents: number;
	/** The highest rent that every reading allows. Between the two, the associations decide. */
	readonly undisputedCents: number;
	/** Why `cents` is not the maximum of the band: it has too few elements D. Null when the maximum may be asked. */
	readonly maximumMissed: { readonly maximumCents: number; readonly elementsD: number } | null;
};

/**
 * The highest rent that may be asked. With fewer elements D than the maximum of a band needs (found in the agreement:
 * at least five) the maximum itself is refused, so the highest is a cent below it; how far below it should stay the
 * agreement does not say (open), and no number of ours stands in for it.
 */
export function highestRent(band: BandDecision, range: Extract<RentAnswer, { ok: true }>): HighestRent {
	const maxima = [range.sum, range.product ?? range.sum].map((one) => one.monthMaxCents);
	const [maximumCents, lower] = [Math.max(...maxima), Math.min(...maxima)];
	const below = band.maximumReachable ? 0 : 1;
	return {
		cents: maximumCents - below,
		undisputedCents: lower - below,
		maximumMissed: band.maximumReachable ? null : { maximumCents, elementsD: band.counts.D }
	};
}
