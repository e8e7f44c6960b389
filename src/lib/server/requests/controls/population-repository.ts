import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Of these requests: those that an earlier sample drew. */
export async function drawnAmong(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlySet<string>> {
	if (ids.length === 0) return new Set();
	const rows = await db
		.selectFrom('control_draws')
		.select('application_id as id')
		.where('application_id', 'in', ids)
		.execute();
	return new Set(rows.map(({ id }) => id));
}

/** Of these requests: the contests, still sealed. */
export async function contestsAmong(db: Kysely<Database>, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.selectFrom('contests')
		.select(['id', 'application_id as requestId', 'content_sealed as contentSealed'])
		.where('application_id', 'in', ids)
		.execute();
}

/** Of these requests: those with a person whom the office kept apart from one who looks the same. */
export async function keptApartAmong(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlySet<string>> {
	if (ids.length === 0) return new Set();
	const apart = db
		.selectFrom('duplicate_persons as one')
		.innerJoin('duplicate_clusters as cluster', 'cluster.id', 'one.cluster_id')
		.where('cluster.outcome', '=', 'apart');
	const told = await apart
		.innerJoin('household_persons as place', 'place.person_id', 'one.person_id')
		.select('place.request_id as id')
		.where('place.request_id', 'in', ids)
		.execute();
	const own = await apart
		.innerJoin('persons', 'persons.id', 'one.person_id')
		.innerJoin('applications', 'applications.account_id', 'persons.account_id')
		.select('applications.id')
		.where('applications.id', 'in', ids)
		.execute();
	return new Set([...told, ...own].map(({ id }) => id));
}
