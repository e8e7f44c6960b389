import type { Instant } from '../calendar/instant';

/** A home and a household proposed to each other, with the answers of both. */
export type Proposal = {
	readonly id: string;
	readonly listingId: string;
	readonly requestId: string;
	readonly pseudonym: string;
	readonly tenantAccountId: string | null;
	readonly landlordAccountId: string;
	readonly dwellingId: string | null;
	readonly proposedAt: Instant;
	readonly landlordAcceptedAt: Instant | null;
	readonly tenantAcceptedAt: Instant | null;
	readonly heldAt: Instant | null;
	readonly releasedAt: Instant | null;
	/** `time`: the hold ended without a contract. */
	readonly releasedBy: 'landlord' | 'tenant' | 'agency' | 'time' | null;
	readonly synthetic: boolean;
};

/** How many hours a home is held after both said yes. An example value that the agency sets. */
export const HOLD_HOURS = 72;
const HOLD = HOLD_HOURS * 3_600_000;

/** The end of the hold after both said yes. At that instant the home is still held. */
export function heldUntil(heldAt: Instant): Instant {
	return new Date(Date.parse(heldAt) + HOLD).toISOString();
}

/** The earliest start of a hold that has not ended at `now`. */
export function oldestHold(now: Instant): Instant {
	return new Date(Date.parse(now) - HOLD).toISOString();
}

type Release = Pick<Proposal, 'releasedAt' | 'releasedBy'>;
type WrittenRelease = {
	readonly releasedAt: Instant | null;
	readonly releasedBy: 'landlord' | 'tenant' | 'agency' | null;
};

/**
 * How a proposal ended, if it did. A hold whose hours passed without a contract has ended, whether or not that was
 * recorded. The record of such an end names no person.
 */
export function releaseAt(
	written: WrittenRelease & { readonly heldAt: Instant | null },
	contract: boolean,
	now: Instant
): Release {
	const { heldAt, releasedAt, releasedBy } = written;
	if (releasedAt !== null) return { releasedAt, releasedBy: releasedBy ?? 'time' };
	if (heldAt === null || contract || heldAt >= oldestHold(now)) return { releasedAt: null, releasedBy: null };
	return { releasedAt: heldUntil(heldAt), releasedBy: 'time' };
}
