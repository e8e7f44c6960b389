import type { Kysely } from 'kysely';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { lastActs, readActs } from './acts';
import { checklistAfter, declaredRequest } from './declared-request';

/** The checklist of a request for an officer, with the last act about each fact and every act; null for an unknown request. */
export async function readChecklist(db: Kysely<Database>, id: string, by: Actor) {
	if (!allows(by, 'officer', 'manager')) return null;
	const declared = await declaredRequest(db, id);
	if (!declared) return null;
	const { request, notice, erased } = declared;
	const acts = await readActs(db, request);
	const last = lastActs(acts);
	const list = checklistAfter(declared, acts);
	return {
		request: { id, protocol: request.protocol, pseudonym: request.pseudonym, submittedAt: request.submittedAt },
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
