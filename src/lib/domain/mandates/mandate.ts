import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Procedure } from './acts';

/** Who ended a mandate before its time: the person (`revoked`), the organisation (`ended`), or a later mandate (`replaced`). */
export const earlyEnds = ['revoked', 'ended', 'replaced'] as const;
export type EarlyEnd = (typeof earlyEnds)[number];

/** One procedure that a mandate covers; revocable alone. */
export type Authorisation = { readonly procedure: Procedure; readonly revokedAt: Instant | null };

/** A mandate between a person and an organisation, as far as the rules need it. */
export type Mandate = {
	/** When the person said yes; null before. */
	readonly consentedAt: Instant | null;
	/** The last instant of the mandate; of one that is proposed, the last instant to say yes (duration.ts). */
	readonly endsAt: Instant;
	readonly earlyEnd: EarlyEnd | null;
	readonly authorisations: readonly Authorisation[];
};

/** `lapsed`: nobody said yes in time. `expired`: its days are over. */
export type MandateState = 'proposed' | 'lapsed' | 'active' | 'expired' | EarlyEnd;

/** The state of a mandate at `at`. It is worked out each time, so that a job that is late lets nobody act. */
export function stateOf({ earlyEnd, endsAt, consentedAt }: Mandate, at: Instant): MandateState {
	if (earlyEnd) return earlyEnd;
	const isOver = isPast(endsAt, at);
	if (consentedAt === null) return isOver ? 'lapsed' : 'proposed';
	return isOver ? 'expired' : 'active';
}
