import { mayBeOffered, type Hindrance, type HomeToOffer } from '../dwelling/may-be-offered';
import type { Instant } from '../calendar/instant';

/** A reason that keeps a household from a home. `until`: the last day that it has to answer a notice of rejection. */
export type Obstacle =
	| { readonly because: 'rejection-open'; readonly until: Instant }
	| { readonly because: 'request-ended' | 'other-home' | Hindrance };

/** The facts that decide whether a household may have a home now. */
export interface HouseholdAndHome {
	/** Its request was withdrawn, excluded or has left the ranking. */
	readonly requestEnded: boolean;
	/** The last day to answer an open notice of rejection of this request; null without one. */
	readonly rejectionUntil: Instant | null;
	/** It accepted another home, of this notice or elsewhere, and has not given it back. */
	readonly hasOtherHome: boolean;
	readonly home: HomeToOffer;
}

/**
 * Every reason why a household may not have a home now; none means that it may. Offers, contracts and keys ask it, and
 * nothing else decides it.
 */
export function obstaclesOf({ requestEnded, rejectionUntil, hasOtherHome, home }: HouseholdAndHome): Obstacle[] {
	const may = mayBeOffered(home);
	return [
		...(requestEnded ? [{ because: 'request-ended' } as const] : []),
		...(rejectionUntil === null ? [] : [{ because: 'rejection-open', until: rejectionUntil } as const]),
		...(hasOtherHome ? [{ because: 'other-home' } as const] : []),
		...(may.ok ? [] : [{ because: may.because }])
	];
}
