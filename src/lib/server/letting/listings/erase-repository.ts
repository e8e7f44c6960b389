import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deleteListing(trx: Transaction<Database>, id: string): Promise<void> {
	await trx.deleteFrom('listing_events').where('listing_id', '=', id).execute();
	await trx.deleteFrom('listings').where('id', '=', id).execute();
}
