import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function setReason(trx: Transaction<Database>, id: string, reason: string): Promise<void> {
	await trx.updateTable('rejections').set({ reason }).where('id', '=', id).execute();
}
