import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import type { AuditActor } from '$lib/server/platform/auth/actor';
import { deleteAllSessions } from '$lib/server/platform/auth/repository';
import type { Database } from '$lib/server/schema';
import { deleteAllTokens } from './repository';
import { deleteAllRequests } from './request-repository';

/**
 * Ends every session and every mailed link. A backup holds sessions that have ended since and links that were used since:
 * restored, they would work again. People sign in again, and ask for a new link.
 */
export async function endAllAccess(trx: Transaction<Database>, by: AuditActor, now: Instant): Promise<void> {
	await deleteAllSessions(trx);
	await deleteAllTokens(trx);
	await deleteAllRequests(trx);
	record(trx, { event: 'backup_restored', by, subject: { type: 'database', id: 'portal' }, at: now });
}
