import type { Kysely } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import { dayOf } from '$lib/domain/calendar/deadline';
import { checklistOf, type Checklist } from '$lib/domain/verification/checklist';
import { acceptedAmong, readChanges } from '$lib/server/requests/changes/reading-service';
import { findNotice } from '$lib/server/notices/notices/repository';
import { healthOf } from '$lib/server/requests/applications/reading-service';
import { findApplication } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import { findingsOf, type FactAct } from './acts';

/** A request with what it declares, the changes since that the office accepted, and the rules of its notice; null for an unknown one. */
export async function declaredRequest(db: Kysely<Database>, applicationId: string) {
	const request = await findApplication(db, applicationId);
	if (!request) return null;
	const notice = (await findNotice(db, request.noticeId))!;
	const health = await healthOf(db, request);
	const declared = { household: request.household, health: health && readHealth(health) };
	const changes = acceptedAmong(await readChanges(db, request));
	return { request, notice, declared, changes, erased: health === null };
}

export type DeclaredRequest = NonNullable<Awaited<ReturnType<typeof declaredRequest>>>;

/** The checklist of a request after these acts, on the day on which it was sent. */
export function checklistAfter(
	{ request, notice, declared, changes }: DeclaredRequest,
	acts: readonly FactAct[]
): Checklist {
	return checklistOf(declared, findingsOf(acts), notice.rules, dayOf(request.submittedAt), changes);
}
