import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { listEvents, readHead, searchEntries, type EntryFilter } from './repository';

const PAGE = 50;

/** A page of the trail, newest first, with what the search form offers. */
export async function readTrail(db: Kysely<Database>, filter: EntryFilter) {
	// One more than is shown, to know whether there is another page.
	const found = await searchEntries(db, filter, PAGE + 1);
	const rows = found.slice(0, PAGE);
	return {
		entries: rows.map((row) => ({
			seq: row.seq,
			at: row.at,
			role: row.actor_role,
			actorId: row.actor_id,
			event: row.event,
			subjectType: row.subject_type,
			subjectId: row.subject_id,
			reason: row.reason,
			detail: row.detail
		})),
		older: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null,
		events: await listEvents(db),
		head: await readHead(db)
	};
}
