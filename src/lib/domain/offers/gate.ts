import { hindrancesOf, type Hindrance, type HomeToOffer } from '../dwelling/may-be-offered';
import type { Instant } from '../calendar/instant';
import type { Standing } from '../verification/checklist';

/** A reason that keeps a household from a home. `until`: the last day that it has to answer a notice of rejection. */
export type Obstacle =
	| { readonly because: 'rejection-open'; readonly until: Instant }
	| { readonly because: 'request-ended' | 'other-home' | 'not-verified' | 'requirement-missing' | Hindrance }
	/** change-open: the household told of a change that the office has not judged. without-applicant: nobody took the place. */
	| { readonly because: 'change-open' | 'without-applicant' | 'wrong-size' };

/** The facts that decide whether a household may have a home now. */
export interface HouseholdAndHome {
	/** Its request was withdrawn, excluded or has left the ranking. */
	readonly requestEnded: boolean;
	/** The last day to answer an open notice of rejection of this request; null without one. */
	readonly rejectionUntil: Instant | null;
	/** Where the check of its facts stands; null where its notice does not demand one. */
	readonly check: Standing | null;
	/** It accepted another home, of this notice or elsewhere, and has not given it back. */
	readonly hasOtherHome: boolean;
	readonly changed: ChangedSince;
	readonly home: HomeToOffer;
}

/** The state of a household after the changes since it sent its request. */
export interface ChangedSince {
	/** It told of a change that waits for the office. */
	readonly waits: boolean;
	/** Its applicant died, and no member took the place. */
	readonly withoutApplicant: boolean;
	/** The home is too small or too large for the people of the household now. */
	readonly wrongSize: boolean;
}

/** Nothing happened since. */
export const unchanged: ChangedSince = { waits: false, withoutApplicant: false, wrongSize: false };

/**
 * Every reason why a household may not have a home now; none means that it may. Rounds, offers, acceptances, contracts and keys ask it,
 * and nothing else decides it.
 */
export function obstaclesOf(household: HouseholdAndHome): Obstacle[] {
	const { requestEnded, rejectionUntil, check, hasOtherHome, changed, home } = household;
	return [
		...(requestEnded ? [{ because: 'request-ended' } as const] : []),
		...(rejectionUntil === null ? [] : [{ because: 'rejection-open', until: rejectionUntil } as const]),
		...(check === 'open' ? [{ because: 'not-verified' } as const] : []),
		...(check === 'failed' ? [{ because: 'requirement-missing' } as const] : []),
		...(hasOtherHome ? [{ because: 'other-home' } as const] : []),
		...(changed.waits ? [{ because: 'change-open' } as const] : []),
		...(changed.withoutApplicant ? [{ because: 'without-applicant' } as const] : []),
		...(changed.wrongSize ? [{ because: 'wrong-size' } as const] : []),
		...hindrancesOf(home).map((because) => ({ because }))
	];
}

/**
 * The reason for which a household may not accept the home that it was offered; undefined when it may. The other obstacles
 * stop its contract and its keys: an acceptance has a deadline, and what the office still has to do must not make it late.
 */
export function stopsAcceptance(obstacles: readonly Obstacle[]): 'request-ended' | 'other-home' | undefined {
	for (const { because } of obstacles) if (because === 'request-ended' || because === 'other-home') return because;
	return undefined;
}

/** A reason, how many homes wait for it, and the first day on which one of them may go on, where a day is known. */
export interface HeldReason {
	readonly because: Obstacle['because'];
	readonly homes: number;
	readonly until: Instant | null;
}

/** Every reason of these homes, the most frequent first. A home that waits for two reasons counts under both. */
export function countObstacles(held: readonly (readonly Obstacle[])[]): HeldReason[] {
	const reasons = new Map<Obstacle['because'], HeldReason>();
	for (const obstacle of held.flat()) {
		const until = 'until' in obstacle ? obstacle.until : null;
		const { homes, until: first } = reasons.get(obstacle.because) ?? { homes: 0, until };
		const earlier = first === null || (until !== null && until < first) ? until : first;
		reasons.set(obstacle.because, { because: obstacle.because, homes: homes + 1, until: earlier });
	}
	return [...reasons.values()].sort((a, b) => b.homes - a.homes);
}
