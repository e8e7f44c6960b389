import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deleteMessagesOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	await trx.deleteFrom('messages').where('account_id', '=', accountId).execute();
}
