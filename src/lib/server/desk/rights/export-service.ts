import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import * as allocation from '$lib/server/allocation/rights/service';
import * as letting from '$lib/server/letting/rights/service';
import * as notices from '$lib/server/notices/rights/service';
import * as people from '$lib/server/people/rights/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import * as platform from '$lib/server/platform/rights/service';
import * as requests from '$lib/server/requests/rights/service';
import type { Database } from '$lib/server/schema';
import type { Section } from './kept-of-person';

/** The format of the file: docs/privacy.md describes it. A change that a reader of the file notices takes the next number. */
const FORMAT = 'chiavi-export/1' as const;

export type Export = NonNullable<Awaited<ReturnType<typeof exportEverything>>>;

/**
 * Everything that the portal holds about the person who asks: one part from each area, sealed facts opened, secrets and
 * other people left out. Nothing is written. Null where the account was erased meanwhile.
 */
export async function exportEverything(db: Kysely<Database>, by: Actor, now: Instant) {
	const own = await platform.exportOf(db, by.id);
	if (!own) return null;
	const told = {
		...own,
		...(await notices.exportOf(db, by.id)),
		...(await people.exportOf(db, by.id)),
		...(await requests.exportOf(db, by.id)),
		...(await allocation.exportOf(db, by.id)),
		...(await letting.exportOf(db, by.id, now))
	};
	const log = await platform.logOf(db, by.id, recordsOf(told));
	const parts = { ...told, log } satisfies Readonly<Record<Section, unknown>>;
	return { format: FORMAT, exportedAt: now, ...parts };
}

type Told = Awaited<ReturnType<typeof people.exportOf>> &
	Awaited<ReturnType<typeof requests.exportOf>> &
	Awaited<ReturnType<typeof letting.exportOf>>;

/** The ids of the person's own records, as the log names them. */
function recordsOf({
	person,
	documents,
	messages,
	mandates,
	deskRecords,
	requests: sent,
	offers,
	homeSearches,
	listings,
	tenancies
}: Told): string[] {
	const proposals = [...homeSearches, ...listings].flatMap((one) => one.proposals);
	const records = [
		...documents,
		...messages,
		...mandates,
		...deskRecords,
		...sent,
		...offers,
		...homeSearches,
		...listings,
		...proposals,
		...tenancies
	];
	return [...(person ? [person.id] : []), ...records.map(({ id }) => id)];
}
