import type { Instant } from '../calendar/instant';

/** A home and a household put before each other, with what each said. */
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
	/** `time`: the hours of the hold passed without a contract. */
	readonly releasedBy: 'landlord' | 'tenant' | 'agency' | 'time' | null;
	readonly synthetic: boolean;
};

/** Hours for which a home is held after both said yes; an example value that the agency sets. */
export const HOLD_HOURS = 72;
const HOLD = HOLD_HOURS * 3_600_000;

/** Until when a home stays held after both said yes; at that instant it still is. */
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
 * How a proposal ended, if it did. A hold whose hours passed without a contract counts as ended, whether or not that
 * was written down; nobody stands in the record of such a release.
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
