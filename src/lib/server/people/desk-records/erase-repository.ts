import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deleteRecordsOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	await trx.deleteFrom('desk_records').where('account_id', '=', accountId).execute();
}
