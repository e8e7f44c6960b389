import { log } from '$lib/server/log';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import { listOfAccount } from './repository';
import { MOST_FILES } from './form';
import { pageName } from './stored-document';
import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The uploads of an account's documents: asked before its rows go, because only they name the pages. */
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

/** For pages that could not be removed: the erasure stands, and the sweep comes. */
export function waitForSweep(reason: unknown): void {
	log.error({ cause: reason instanceof Error ? reason.message : 'unknown' }, 'erased pages wait for the sweep');
}
