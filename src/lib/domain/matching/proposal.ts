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
	readonly releasedBy: 'landlord' | 'tenant' | 'agency' | null;
	readonly synthetic: boolean;
};

/** Hours for which a home is held after both said yes; an example value that the agency sets. */
export const HOLD_HOURS = 72;

/** Until when a home stays held after both said yes. */
export function heldUntil(heldAt: Instant): Instant {
	return new Date(Date.parse(heldAt) + HOLD_HOURS * 3_600_000).toISOString();
}
