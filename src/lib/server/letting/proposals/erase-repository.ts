import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deleteProposals(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await trx.deleteFrom('listing_proposals').where('id', 'in', ids).execute();
}
