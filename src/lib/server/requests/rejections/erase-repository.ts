import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function setReason(trx: Transaction<Database>, id: string, reason: string): Promise<void> {
	await trx.updateTable('rejections').set({ reason }).where('id', '=', id).execute();
}

/** What was said about a notice of rejection, sealed with another key. */
export async function setSaid(
	trx: Transaction<Database>,
	id: string,
	said: { readonly answer: string | null; readonly decision: string | null }
): Promise<void> {
	await trx.updateTable('rejections').set(said).where('id', '=', id).execute();
}
