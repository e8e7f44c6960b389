import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { storedWords } from '$lib/server/platform/db/stored-lists';
import { eachChoicesAt } from './repository';

/**
 * How many requests that were in at closing list each dwelling: the same requests as in the tree of receipts, whatever
 * became of them since. Counted anew after somebody left, the difference would tell what that household had listed.
 */
export async function countChoicesAt(
	db: Kysely<Database>,
	noticeId: string,
	closesAt: Instant
): Promise<Record<string, number>> {
	const counts = new Map<string, number>();
	await eachChoicesAt(db, noticeId, closesAt, (choices) => {
		for (const id of storedWords(choices)) counts.set(id, (counts.get(id) ?? 0) + 1);
	});
	return Object.fromEntries(counts);
}
