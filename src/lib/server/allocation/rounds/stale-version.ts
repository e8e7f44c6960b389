import type { Kysely } from 'kysely';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import type { Database } from '$lib/server/schema';
import { storedSummary } from './stored-summary';

/**
 * Whether a version gives a home that has left its notice since. Homes only leave a published notice, none is added, so
 * counting them is enough.
 */
export async function holdsHomeThatLeft(
	db: Kysely<Database>,
	{ noticeId, summary }: { readonly noticeId: string; readonly summary: string }
): Promise<boolean> {
	return storedSummary(summary).dwellings > (await listNoticeDwellings(db, noticeId)).length;
}
