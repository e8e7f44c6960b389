import type { Kysely } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { isDeskAddress } from '$lib/server/platform/accounts/desk-address';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findOpenOf, findRecord, type StoredRecord } from './repository';

type Standing = Pick<StoredRecord, 'email' | 'disabledAt' | 'closedAt' | 'openedAt'>;

/** Whether the office writes for this person: an account that nobody can enter, made where people are served. */
export const isWithoutAccess = ({ email, disabledAt }: Pick<Standing, 'email' | 'disabledAt'>): boolean =>
	isDeskAddress(email) && disabledAt === null;

/** Whether a record counts at `now`: it ends with its day, when the officer ends it, or when the person can enter. */
export const isOpen = (record: Standing, now: Instant): boolean =>
	record.closedAt === null && dayOf(record.openedAt) === dayOf(now) && isWithoutAccess(record);

/** The household of a record as the one in whose place its officer writes. */
export const inPlaceOf = (record: Omit<StoredRecord, 'evidenceSealed'>): Actor => ({
	...{ id: record.accountId, role: 'applicant', name: record.accountName },
	...{ organisationId: null, demo: record.demo === 1 },
	desk: {
		...{ recordId: record.id, channel: record.channel, on: record.on },
		officer: { id: record.officerId, role: record.officerRole, name: record.officer }
	}
});

/** The household for which an officer has a record open now; null where there is none. */
export async function householdAtDesk(db: Kysely<Database>, by: Actor, now: Instant): Promise<Actor | null> {
	if (!allows(by, 'officer', 'manager')) return null;
	const record = await findOpenOf(db, by.id);
	return record && isOpen(record, now) ? inPlaceOf(record) : null;
}

/** Whether an officer in the place of a household still has its record open; asked in the transaction of each act. */
export async function isAtDesk(db: Kysely<Database>, { id, desk }: Actor, now: Instant): Promise<boolean> {
	const record = desk && (await findRecord(db, desk.recordId));
	return (
		record !== undefined && record.accountId === id && record.officerId === desk!.officer.id && isOpen(record, now)
	);
}
