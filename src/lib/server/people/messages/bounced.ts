import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { lastTriedMail } from './repository';

/**
 * When the last message to the mail address of an account did not arrive: it was refused, or given up. Null where it arrived,
 * waits for its next try, or went to an address that was changed since.
 */
export async function lastMailBounced(db: Kysely<Database>, accountId: string): Promise<Instant | null> {
	const last = await lastTriedMail(db, accountId);
	const failed = last?.problem === 'refused' || (last?.problem && last.givenUpAt !== null);
	return failed ? last.problemAt : null;
}
