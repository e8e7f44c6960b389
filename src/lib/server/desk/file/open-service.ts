import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { hasOpenedRequest, noteOpenedRequest } from '$lib/server/people/readings/service';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { isProtected } from '$lib/server/requests/applications/is-protected';
import { findApplication, type Application } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';

/** A reason that the household and an auditor can judge later is longer than a word. */
export const SHORTEST_REASON = 10;

export type OpenFileProblem = 'not-allowed' | 'not-found' | 'reason-needed';

/** Opens the file of a request for a day: a row says who did and, for a protected household, why. */
export async function openFile(
	trx: Transaction<Database>,
	id: string,
	reason: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: OpenFileProblem }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const request = await findApplication(trx, id);
	if (!request) return { ok: false, problem: 'not-found' };
	if (reason.length < SHORTEST_REASON && (await isProtected(trx, request)))
		return { ok: false, problem: 'reason-needed' };
	await noteOpenedRequest(trx, request, reason, by, now);
	return { ok: true };
}

/** A request that `by` opened today; null for a file that is closed to them. */
export async function openedRequest(
	db: Kysely<Database>,
	request: Application,
	by: Actor,
	now: Instant
): Promise<boolean> {
	return allows(by, 'officer', 'manager') && (await hasOpenedRequest(db, request, by, now));
}
