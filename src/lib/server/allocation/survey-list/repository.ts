import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

const BATCH = 500;

/** Notices of which a dwelling is still without a tenancy. */
export async function listUnfinished(db: Kysely<Database>): Promise<Set<string>> {
	const rows = await db
		.selectFrom('notice_dwellings')
		.leftJoin('tenancies', (join) =>
			join.onRef('tenancies.dwelling_id', '=', 'notice_dwellings.dwelling_id').on('tenancies.ended_at', 'is', null)
		)
		.select('notice_dwellings.notice_id as id')
		.distinct()
		.where('notice_dwellings.released_at', 'is', null)
		.where('tenancies.id', 'is', null)
		.execute();
	return new Set(rows.map(({ id }) => id));
}

/** The requests under a notice that still wait for an offer, with whose they are. */
export async function listWaiting(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('applications')
		.select(['applications.id', 'applications.account_id as accountId'])
		.where('applications.notice_id', '=', noticeId)
		.where('applications.ended_at', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('offers')
						.select('offers.id')
						.whereRef('offers.application_id', '=', 'applications.id')
						.where('offers.released_at', 'is', null)
				)
			)
		)
		.execute();
}

/** Dwelling id -> the id of its building. */
export async function listBuildings(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (let from = 0; from < ids.length; from += BATCH) {
		const rows = await db
			.selectFrom('dwellings')
			.select(['id', 'building_id as buildingId'])
			.where('id', 'in', ids.slice(from, from + BATCH))
			.execute();
		for (const { id, buildingId } of rows) found.set(id, buildingId);
	}
	return found;
}
