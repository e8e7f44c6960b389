import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { NewsChannel } from '$lib/server/platform/mail/table';
import type { Database } from '$lib/server/schema';
import { lastNews, lastTriedMail } from './repository';

/**
 * When the last message to the mail address of an account did not arrive: it was refused, or given up. Null where it arrived,
 * waits for its next try, or went to an address that was changed since.
 */
export async function lastMailBounced(db: Kysely<Database>, accountId: string): Promise<Instant | null> {
	const last = await lastTriedMail(db, accountId);
	const failed = last?.problem === 'refused' || (last?.problem && last.givenUpAt !== null);
	return failed ? last.problemAt : null;
}

export type Unreached = { readonly channel: NewsChannel; readonly at: Instant };

/**
 * The channel that did not bring the last news to its reader, which went on as a mail. Null where news arrived since, where the
 * reader saved other details since, or where the mail does not go either (`lastMailBounced`).
 */
export async function lastNewsUnreached(db: Kysely<Database>, accountId: string): Promise<Unreached | null> {
	const last = await lastNews(db, accountId);
	if (!last?.channel || !last.at || last.givenUpAt) return null;
	return last.detailsSavedAt && last.detailsSavedAt > last.at ? null : { channel: last.channel, at: last.at };
}
