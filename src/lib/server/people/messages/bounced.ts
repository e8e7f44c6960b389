import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';

/**
 * When the last message to the mail address of an account did not arrive: it was refused, or given up. Null where it arrived,
 * waits for its next try, or went to an address that was changed since.
 */
export async function lastMailBounced(db: Kysely<Database>, accountId: string): Promise<Instant | null> {
	const last = await db
		.selectFrom('outbox')
		.innerJoin('messages', 'messages.id', 'outbox.message_id')
		.innerJoin('accounts', 'accounts.id', 'messages.account_id')
		.select(['outbox.problem', 'outbox.problem_at as problemAt', 'outbox.given_up_at as givenUpAt'])
		.where('messages.account_id', '=', accountId)
		.where('outbox.channel', '=', 'email')
		.whereRef('outbox.recipient', '=', 'accounts.email')
		.where((eb) => eb.or([eb('outbox.sent_at', 'is not', null), eb('outbox.problem_at', 'is not', null)]))
		.orderBy('outbox.id', 'desc')
		.limit(1)
		.executeTakeFirst();
	const failed = last?.problem === 'refused' || (last?.problem && last.givenUpAt !== null);
	return failed ? last.problemAt : null;
}
