import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Slots of a dwelling, from the earliest. */
export async function listSlots(db: Kysely<Database>, dwellingId: string) {
	return db
		.selectFrom('viewings')
		.select(['id', 'starts_at as startsAt', 'offer_id as offerId'])
		.where('dwelling_id', '=', dwellingId)
		.orderBy('starts_at')
		.execute();
}

export async function insertSlot(trx: Transaction<Database>, row: Insertable<Database['viewings']>): Promise<void> {
	await trx.insertInto('viewings').values(row).execute();
}

/** Takes a free slot; answers whether it was still free. */
export async function takeSlot(
	trx: Transaction<Database>,
	id: string,
	dwellingId: string,
	offerId: string,
	after: string
) {
	const taken = await trx
		.updateTable('viewings')
		.set({ offer_id: offerId })
		.where('id', '=', id)
		.where('dwelling_id', '=', dwellingId)
		.where('starts_at', '>', after)
		.where((eb) => eb.or([eb('offer_id', 'is', null), eb('offer_id', '=', offerId)]))
		.returning('id')
		.execute();
	return taken.length > 0;
}

/** Removes the times to come of a home, booked or free, or one of them; answers the offers that had booked. */
export async function removeSlots(
	trx: Transaction<Database>,
	which: { readonly dwellingId: string; readonly id?: string },
	after: string
) {
	let query = trx.deleteFrom('viewings').where('dwelling_id', '=', which.dwellingId).where('starts_at', '>', after);
	if (which.id !== undefined) query = query.where('id', '=', which.id);
	return query.returning(['id', 'offer_id as offerId', 'starts_at as startsAt']).execute();
}

/** Frees the future slots that an offer holds, all but one. */
export async function freeSlots(trx: Transaction<Database>, offerId: string, after: string, exceptId = '') {
	await trx
		.updateTable('viewings')
		.set({ offer_id: null })
		.where('offer_id', '=', offerId)
		.where('starts_at', '>', after)
		.where('id', '<>', exceptId)
		.execute();
}
