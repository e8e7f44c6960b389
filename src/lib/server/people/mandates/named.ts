import type { Kysely } from 'kysely';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import type { StoredMandate } from './repository';
import { openNamed } from './stored-named';

/** Whom the helper typed. */
export async function namedOf(db: Kysely<Database>, { id, dataKeyId, namedSealed }: StoredMandate) {
	const key = (await openDataKeys(db, [dataKeyId])).get(dataKeyId);
	if (!key) throw new Error('The key of a mandate was destroyed while the mandate stayed.');
	return openNamed(key, id, namedSealed);
}
