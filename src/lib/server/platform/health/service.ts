import type { Kysely } from 'kysely';
import { readHead } from '$lib/server/platform/audit/repository';
import type { Database } from '$lib/server/schema';

/** Whether the portal can serve: its database answers. Never throws. */
export async function isReady(db: Kysely<Database>): Promise<boolean> {
	return readHead(db).then(
		() => true,
		() => false
	);
}
