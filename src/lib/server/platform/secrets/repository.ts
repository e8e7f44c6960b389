import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { DataKeysTable } from './table';

export async function insertKey(trx: Transaction<Database>, row: DataKeysTable): Promise<void> {
	await trx.insertInto('data_keys').values(row).execute();
}

export async function findKeys(db: Kysely<Database>, ids: readonly string[]): Promise<DataKeysTable[]> {
	return db.selectFrom('data_keys').selectAll().where('id', 'in', ids).execute();
}
