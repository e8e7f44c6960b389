import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';

/** Dwelling id -> its code, for those of a notice. */
export async function readDwellingCodes(db: Kysely<Database>, noticeId: string): Promise<Record<string, string>> {
	return Object.fromEntries((await listNoticeDwellings(db, noticeId)).map(({ id, code }) => [id, code]));
}
