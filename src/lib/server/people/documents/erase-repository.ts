import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Deletes every document of an account. Its pages are left to the sweep, which removes what no row names. */
export async function deleteDocumentsOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	// One document names the one that took its place.
	await trx.updateTable('documents').set({ replaced_by: null }).where('account_id', '=', accountId).execute();
	await trx.deleteFrom('documents').where('account_id', '=', accountId).execute();
}
