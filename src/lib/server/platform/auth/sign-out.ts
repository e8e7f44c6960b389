import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import type { Database } from '$lib/server/schema';
import type { Actor } from './actor';
import type { Sessions } from './sessions';

export async function signOut(
	trx: Transaction<Database>,
	sessions: Sessions,
	sessionId: string | null,
	by: Actor,
	at: Instant
): Promise<void> {
	if (sessionId) await sessions.end(sessionId);
	record(trx, { event: 'signed_out', by, subject: { type: 'account', id: by.id }, at });
}
