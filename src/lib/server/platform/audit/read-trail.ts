import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { listEvents, readHead, searchEntries, type EntryFilter } from './repository';

const PAGE = 50;

/**
 * A page of the trail, newest first, with what the search form offers. A reason may tell of health, which is not the
 * auditor's business: only that there is one is told, also where an earlier release kept it in clear.
 */
export async function readTrail(db: Kysely<Database>, filter: EntryFilter) {
	// One more than is shown, to know whether there is another page.
	const found = await searchEntries(db, filter, PAGE + 1);
	const rows = found.slice(0, PAGE);
	return {
		entries: rows.map((row) => ({
			seq: row.seq,
			at: row.at,
			role: row.actorRole,
			actorId: row.actorId,
			event: row.event,
			subjectType: row.subjectType,
			subjectId: row.subjectId,
			hasReason: row.reason !== null,
			// An entry of an earlier release tells what followed a refusal, and so why the household refused.
			detail: row.event === 'offer_refused' ? null : row.detail
		})),
		older: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null,
		events: await listEvents(db),
		head: await readHead(db)
	};
}
