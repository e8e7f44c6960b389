import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { listEveryDwelling } from '$lib/server/notices/notices/dwelling-repository';

/** Dwelling id -> its code, for those of a notice. */
export async function readDwellingCodes(db: Kysely<Database>, noticeId: string): Promise<Record<string, string>> {
	return Object.fromEntries((await listEveryDwelling(db, noticeId)).map(({ id, code }) => [id, code]));
}
