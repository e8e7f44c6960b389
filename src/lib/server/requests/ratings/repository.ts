import type { Insertable, Kysely, Transaction } from 'kysely';
import { ratingReasons, type RatedJourney, type Rating } from '$lib/domain/ratings/rating';
import type { Database } from '$lib/server/schema';

/** Writes a rating, or takes the place of the one that this household gave before. */
export async function putRating(trx: Transaction<Database>, row: Insertable<Database['ratings']>): Promise<void> {
	const { stars, reasons, at } = row;
	await trx
		.insertInto('ratings')
		.values(row)
		.onConflict((same) => same.columns(['application_id', 'journey']).doUpdateSet({ stars, reasons, at }))
		.execute();
}

export async function findRating(
	db: Kysely<Database>,
	requestId: string,
	journey: RatedJourney
): Promise<Rating | undefined> {
	const row = await select(db)
		.where('application_id', '=', requestId)
		.where('journey', '=', journey)
		.executeTakeFirst();
	return row && ratingOf(row);
}

/** The ratings of requests, each with its request and day. */
export async function listRatingsOf(db: Kysely<Database>, requestIds: readonly string[]) {
	if (requestIds.length === 0) return [];
	const rows = await select(db).where('application_id', 'in', requestIds).orderBy('at').execute();
	return rows.map((row) => ({ ...ratingOf(row), requestId: row.application_id, at: row.at }));
}

export async function listRatings(db: Kysely<Database>): Promise<Rating[]> {
	return (await select(db).execute()).map(ratingOf);
}

const select = (db: Kysely<Database>) =>
	db.selectFrom('ratings').select(['application_id', 'journey', 'stars', 'reasons', 'at']);

function ratingOf({ journey, stars, reasons }: Pick<Database['ratings'], 'journey' | 'stars' | 'reasons'>): Rating {
	const given = reasons.split(',');
	return { journey, stars, reasons: ratingReasons.filter((reason) => given.includes(reason)) };
}
