import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { lastActs, readActs } from './acts';
import { checklistAfter, declaredRequest, type DeclaredRequest } from './declared-request';

/**
 * The checklist of a request for an officer who opened the file today, with the last act about each fact and every act.
 * `closed`: the file must be opened first, which leaves a row that the household reads. Null for an unknown request.
 */
export async function readChecklist(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return null;
	const declared = await declaredRequest(db, id);
	if (!declared) return null;
	if (!(await hasOpenedRequest(db, declared.request, by, now))) return 'closed';
	return listOf(db, declared);
}

async function listOf(db: Kysely<Database>, declared: DeclaredRequest) {
	const { request, notice, erased } = declared;
	const acts = await readActs(db, request);
	const last = lastActs(acts);
	const list = checklistAfter(declared, acts);
	return {
		request: {
			id: request.id,
			protocol: request.protocol,
			pseudonym: request.pseudonym,
			submittedAt: request.submittedAt
		},
		ended: request.endedAt !== null,
		synthetic: request.synthetic,
		members: request.household.members,
		notice: { id: notice.id, title: notice.title, rules: notice.rules },
		erased,
		...list,
		rows: list.rows.map((row) => ({ ...row, last: last.get(row.fact) ?? null })),
		acts
	};
}
