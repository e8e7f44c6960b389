import type { Kysely } from 'kysely';
import { turnOf } from '$lib/domain/application/turn';
import type { Instant } from '$lib/domain/calendar/instant';
import { findNotice } from '$lib/server/notices/notices/repository';
import { readingsOfRequest } from '$lib/server/people/readings/service';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { findJourney } from '$lib/server/requests/applications/journey-repository';
import { detailsOf } from '$lib/server/requests/applications/reading-service';
import { isProtected } from '$lib/server/requests/applications/is-protected';
import { findApplication, findApplications, type Application } from '$lib/server/requests/applications/repository';
import { readNotes } from '$lib/server/requests/notes/service';
import { clustersOfRequest } from '$lib/server/requests/duplicates/reading-service';
import { readOpenRejection } from '$lib/server/requests/rejections/service';
import type { Database } from '$lib/server/schema';
import { openedRequest } from './open-service';
import { listRelated } from './repository';
import { declaredOf, historyOf, messagesOf, offersOf, yesesOf } from './sections';

/** The file of a request for the office: its head, and, once `by` opened it today, all its sections; null for an unknown one. */
export async function readFile(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const request = allows(by, 'officer', 'manager') ? await findApplication(db, id) : undefined;
	if (!request) return null;
	const head = await headOf(db, request, now);
	if (!(await openedRequest(db, request, by, now)))
		return { head, closed: { isProtected: await isProtected(db, request) }, opened: null };
	return { head, closed: null, opened: await sectionsOf(db, request, now) };
}

/** What a file says before it is opened: nothing of the household. */
async function headOf(db: Kysely<Database>, request: Application, now: Instant) {
	const { id, protocol, pseudonym, submittedAt, synthetic, noticeId } = request;
	const notice = (await findNotice(db, noticeId))!;
	const rejection = await readOpenRejection(db, id);
	const turn = turnOf(await findJourney(db, request), rejection?.deadline ?? null, now);
	return {
		...{ id, protocol, pseudonym, submittedAt, synthetic, turn },
		noticeId: notice.id,
		notice: notice.title,
		ended: request.endedAt !== null,
		hasAccount: request.accountId !== null
	};
}

async function sectionsOf(db: Kysely<Database>, request: Application, now: Instant) {
	const { id, accountId } = request;
	const { score, requirements, choices } = await detailsOf(db, request, now);
	const { rules } = (await findNotice(db, request.noticeId))!;
	return {
		...{ score, requirements, choices, rules },
		rejection: await readOpenRejection(db, id),
		answers: await declaredOf(db, request),
		related: await relatedOf(db, request),
		clusters: await clustersOfRequest(db, request),
		offers: await offersOf(db, id, now),
		messages: await messagesOf(db, accountId),
		yeses: await yesesOf(db, id, accountId),
		history: await historyOf(db, id),
		notes: await readNotes(db, id),
		readings: await readingsOfRequest(db, id)
	};
}

/** The other requests of the same people. One of another account whose household is protected is left out: no file may lead to it. */
async function relatedOf(db: Kysely<Database>, { id, accountId }: Application) {
	const related = await listRelated(db, id, accountId);
	const found = await findApplications(
		db,
		related.map((one) => one.id)
	);
	const hidden = new Set<string>();
	for (const other of found) if (other.accountId !== accountId && (await isProtected(db, other))) hidden.add(other.id);
	return related.filter((one) => !hidden.has(one.id));
}
