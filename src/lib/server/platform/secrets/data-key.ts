import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { config } from '$lib/server/config';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { findKeys, insertKey } from './repository';
import { seal } from './seal';
import { openSealedText } from './sealed-value';

export type DataKey = { readonly id: string; readonly key: Buffer };

/** Where the wrapped key of this id stands; bound to its seal. */
export const dataKeyPlace = (id: string) => `data_keys.wrapped_key:${id}`;

/** Makes a key for one person, or for one import, and keeps it wrapped by the master key. */
export async function createDataKey(trx: Transaction<Database>, now: Instant): Promise<DataKey> {
	const id = newId();
	const key = randomBytes(32);
	const wrapped = seal(config().masterKey, dataKeyPlace(id), key.toString('base64'));
	await insertKey(trx, { id, wrapped_key: wrapped, created_at: now, shredded_at: null });
	return { id, key };
}

/** The keys with these ids; a shredded one is left out, and what it sealed is gone. */
export async function openDataKeys(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Buffer>> {
	if (ids.length === 0) return new Map();
	const rows = await findKeys(db, ids);
	return new Map(
		rows.flatMap((row) =>
			row.wrappedKey === null
				? []
				: [
						[
							row.id,
							Buffer.from(openSealedText(config().masterKey, dataKeyPlace(row.id), row.wrappedKey), 'base64')
						] as const
					]
		)
	);
}
