import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Deletes every document of an account. Its pages are left to the sweep, which removes what no row names. */
export async function deleteDocumentsOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	// A document names the one that replaced it, so neither can be deleted before the other.
	await trx.updateTable('documents').set({ replaced_by: null }).where('account_id', '=', accountId).execute();
	await trx.deleteFrom('documents').where('account_id', '=', accountId).execute();
}
