import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { findSealed, readSealedLeaves } from './receipts-repository';

/** The root of the receipts of a notice and how many there are, as sealed at closing; null before. */
export async function readReceipts(
	db: Kysely<Database>,
	noticeId: string
): Promise<{ readonly root: string; readonly count: number } | null> {
	const sealed = await findSealed(db, noticeId);
	return sealed ? { root: sealed.root, count: sealed.count } : null;
}

/** The list of receipt leaves of a closed notice, as sealed. */
export async function readReceiptsFile(db: Kysely<Database>, noticeId: string): Promise<string | undefined> {
	return readSealedLeaves(db, noticeId);
}
