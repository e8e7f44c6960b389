import type { Kysely } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import { replacedText } from '$lib/domain/receipt/replaced-receipts';
import type { Database } from '$lib/server/schema';
import { findSealed, listReplacedLeaves, readSealedLeaves } from './receipts-repository';

/** The root of the receipts of a notice and how many there are, as sealed at closing; null before. */
export async function readReceipts(
	db: Kysely<Database>,
	noticeId: string
): Promise<{ readonly root: string; readonly count: number } | null> {
	const sealed = await findSealed(db, noticeId);
	return sealed ? { root: sealed.root, count: sealed.count } : null;
}

/**
 * The receipts of earlier versions, as sealed with the others: `LEAF DAY` a line, the day on which a later version took its
 * place. Undefined before the closing.
 */
export async function readReplacedFile(db: Kysely<Database>, noticeId: string): Promise<string | undefined> {
	if (!(await findSealed(db, noticeId))) return undefined;
	return replacedText((await listReplacedLeaves(db, noticeId)).map(({ leaf, at }) => ({ leaf, on: dayOf(at) })));
}

/** The list of receipt leaves of a closed notice, as sealed. */
export async function readReceiptsFile(db: Kysely<Database>, noticeId: string): Promise<string | undefined> {
	return readSealedLeaves(db, noticeId);
}
