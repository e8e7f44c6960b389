import type { Kysely } from 'kysely';
import { lastingKinds } from '$lib/domain/dwelling/home-events';
import type { Database } from '$lib/server/schema';

const place = ['buildings.street', 'buildings.street_number as streetNumber', 'dwellings.code'] as const;

/** Removals of homes that wait for their second person, and homes that are out until somebody says that it is over. */
export async function listStandingRemovals(db: Kysely<Database>) {
	return db
		.selectFrom('removals')
		.innerJoin('dwellings', 'dwellings.id', 'removals.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.select(['removals.dwelling_id as dwellingId', 'removals.outcome', 'removals.proposed_by as proposedBy'])
		.select(['removals.proposed_at as proposedAt', 'removals.closed_at as closedAt', ...place])
		.where('removals.ended_at', 'is', null)
		.where(({ eb, or, and }) =>
			or([
				eb('removals.outcome', 'is', null),
				and([eb('removals.outcome', '=', 'confirmed'), eb('removals.kind', 'in', lastingKinds)])
			])
		)
		.execute();
}

/** Dwellings whose works ended and whose certificate nobody proposed. */
export async function listWorksToCertify(db: Kysely<Database>) {
	return db
		.selectFrom('work_events as done')
		.innerJoin('works', 'works.id', 'done.work_id')
		.innerJoin('dwellings', 'dwellings.id', 'works.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.leftJoin('dwelling_events as gone', (join) =>
			join.onRef('gone.dwelling_id', '=', 'works.dwelling_id').on('gone.event', '=', 'withdrawn')
		)
		.leftJoin('certificates as live', (join) =>
			join
				.onRef('live.dwelling_id', '=', 'works.dwelling_id')
				.on('live.refused_at', 'is', null)
				.on('live.voided_at', 'is', null)
		)
		.select(['dwellings.id as dwellingId', 'done.at as doneAt', ...place])
		.where('done.event', '=', 'done')
		.where('gone.id', 'is', null)
		.where('live.id', 'is', null)
		.execute();
}
