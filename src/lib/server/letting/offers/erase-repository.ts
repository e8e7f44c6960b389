import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The sealed texts of these offers. */
export async function listSealedTexts(db: Kysely<Database>, offers: readonly string[]) {
	if (offers.length === 0) return [];
	return db
		.selectFrom('offer_events')
		.select(['id', 'offer_id as offerId', 'event', 'reason', 'evidence'])
		.where('offer_id', 'in', offers)
		.where((eb) => eb.or([eb('reason', 'is not', null), eb('evidence', 'is not', null)]))
		.execute();
}

export async function setSealedTexts(
	trx: Transaction<Database>,
	id: string,
	texts: { readonly reason: string | null; readonly evidence: string | null }
): Promise<void> {
	await trx.updateTable('offer_events').set(texts).where('id', '=', id).execute();
}
