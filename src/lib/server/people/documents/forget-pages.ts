import type { Kysely } from 'kysely';
import { log } from '$lib/server/log';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import type { Database } from '$lib/server/schema';
import { MOST_FILES } from './form';
import { listOfAccount } from './repository';
import { pageName } from './stored-document';

/** The uploads of an account’s documents. Read them before the rows are deleted, because only the rows name the pages. */
export const uploadsOf = async (db: Kysely<Database>, accountId: string): Promise<string[]> =>
	(await listOfAccount(db, accountId)).map(({ uploadId }) => uploadId);

/**
 * Removes every page of these uploads, whose rows are gone. It may be done again. What a crash or a store that is down
 * leaves is unreadable, because the person's key is gone, and the sweep removes it (sweep.ts).
 */
export async function forgetPages(objects: ObjectStore, uploads: readonly string[]): Promise<void> {
	// How many pages an upload had is sealed with the key that is gone.
	for (const upload of uploads)
		for (let number = 1; number <= MOST_FILES; number += 1) await objects.remove(pageName(upload, number));
}

/** Logs that pages could not be removed. The erasure stands, and the sweep removes them later. */
export function waitForSweep(reason: unknown): void {
	log.error({ cause: reason instanceof Error ? reason.message : 'unknown' }, 'erased pages wait for the sweep');
}
