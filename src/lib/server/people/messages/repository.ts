import type { Insertable, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { MessagesTable } from './table';

export async function insertMessage(trx: Transaction<Database>, row: Insertable<MessagesTable>): Promise<void> {
	await trx.insertInto('messages').values(row).execute();
}
