import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { copiesOfToday, noteCopy, type Copy } from '$lib/server/people/readings/copies';
import type { Actor } from '$lib/server/platform/auth/actor';
import { allows } from '$lib/server/platform/auth/actor';
import { findApplication } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import { isProtected } from '$lib/server/requests/applications/is-protected';
import { openedRequest, SHORTEST_REASON } from './open-service';

/** The purpose stands across each sheet. */
export const LONGEST_PURPOSE = 200;

export type CopyFileProblem =
	| 'not-allowed'
	| 'not-found'
	| 'closed'
	| 'purpose-needed'
	| 'purpose-short'
	| 'purpose-long';

/**
 * Takes a copy of a file that `by` opened today, for a purpose that the household reads; answers the id of the copy. A protected
 * household's needs a purpose that is longer than a word.
 */
export async function copyFile(
	trx: Transaction<Database>,
	id: string,
	purpose: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true; copy: string } | { ok: false; problem: CopyFileProblem }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const request = await findApplication(trx, id);
	if (!request) return { ok: false, problem: 'not-found' };
	if (!(await openedRequest(trx, request, by, now))) return { ok: false, problem: 'closed' };
	const told = purpose.trim();
	if (told === '') return { ok: false, problem: 'purpose-needed' };
	if (told.length > LONGEST_PURPOSE) return { ok: false, problem: 'purpose-long' };
	if (told.length < SHORTEST_REASON && (await isProtected(trx, request)))
		return { ok: false, problem: 'purpose-short' };
	return { ok: true, copy: await noteCopy(trx, request, told, by, now) };
}

/** A copy that `by` took today of a file that is open to them; null for anybody else's, and from the next day on. */
export async function readCopy(
	db: Kysely<Database>,
	{ request: id, copy }: { readonly request: string; readonly copy: string },
	by: Actor,
	now: Instant
): Promise<Copy | null> {
	const request = allows(by, 'officer', 'manager') ? await findApplication(db, id) : undefined;
	if (!request || !(await openedRequest(db, request, by, now))) return null;
	return (await copiesOfToday(db, id, by, now)).find((one) => one.id === copy) ?? null;
}
