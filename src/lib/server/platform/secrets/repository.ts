import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { DataKeysTable } from './table';

export async function insertKey(trx: Transaction<Database>, row: DataKeysTable): Promise<void> {
	await trx.insertInto('data_keys').values(row).execute();
}

/** Deletes these keys: what they sealed can never be read again. */
export async function deleteKeys(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await trx.deleteFrom('data_keys').where('id', 'in', ids).execute();
}

/** A key, wrapped by the master key; null when it was shredded. */
export type WrappedKey = { readonly id: string; readonly wrappedKey: string | null };

const columns = ['id', 'wrapped_key as wrappedKey'] as const;

export async function findKeys(db: Kysely<Database>, ids: readonly string[]): Promise<WrappedKey[]> {
	return db.selectFrom('data_keys').select(columns).where('id', 'in', ids).execute();
}

/** A key that still opens something; undefined when nothing is sealed, or everything was shredded. */
export async function findAnyKey(db: Kysely<Database>): Promise<WrappedKey | undefined> {
	return db.selectFrom('data_keys').select(columns).where('wrapped_key', 'is not', null).limit(1).executeTakeFirst();
}

/** Inserts the key unless this id is there already. */
export async function insertKeyOnce(trx: Transaction<Database>, row: DataKeysTable): Promise<void> {
	await trx
		.insertInto('data_keys')
		.values(row)
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
}

/** Writes the key as it is. */
export async function rewriteKey(trx: Transaction<Database>, id: string): Promise<void> {
	await trx
		.updateTable('data_keys')
		.set((eb) => ({ created_at: eb.ref('created_at') }))
		.where('id', '=', id)
		.execute();
}

/** Destroys a key: what it sealed can never be read again. The row stays, because rows of other tables name it. */
export async function shredKey(trx: Transaction<Database>, id: string, at: string): Promise<void> {
	await trx.updateTable('data_keys').set({ wrapped_key: null, shredded_at: at }).where('id', '=', id).execute();
}
