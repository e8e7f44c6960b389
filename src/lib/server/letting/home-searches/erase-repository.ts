import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deleteSearch(trx: Transaction<Database>, id: string): Promise<void> {
	await trx.deleteFrom('tenant_requests').where('id', '=', id).execute();
}
