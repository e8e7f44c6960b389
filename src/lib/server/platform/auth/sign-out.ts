import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { SessionWay } from '$lib/domain/sign-in-way';
import { record } from '$lib/server/platform/audit/record';
import type { Database } from '$lib/server/schema';
import type { Actor } from './actor';
import { findWay } from './repository';
import { digest } from './session-adapter';
import type { Sessions } from './sessions';

/** Ends a session of `by`; answers how it was signed in. */
export async function signOut(
	trx: Transaction<Database>,
	sessions: Sessions,
	sessionId: string | null,
	by: Actor,
	at: Instant
): Promise<SessionWay> {
	const way = await findWay(trx, digest(sessionId ?? ''));
	if (sessionId) await sessions.end(sessionId);
	record(trx, { event: 'signed_out', by, subject: { type: 'account', id: by.id }, at });
	return way;
}
