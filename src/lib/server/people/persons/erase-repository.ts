import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deletePersonOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	await trx.deleteFrom('persons').where('account_id', '=', accountId).execute();
}
