import type { Kysely, Transaction } from 'kysely';
import type { EvidenceKind } from '$lib/domain/duplicates/evidence';
import { deleteKeys } from '$lib/server/platform/secrets/repository';
import type { Database } from '$lib/server/schema';
import { storedEvidence, storedKinds } from './stored-evidence';

export type Outcome = 'same' | 'apart';

/** A cluster as it is kept. `revision` grows when its people or its decision change. */
export type StoredCluster = {
	readonly id: string;
	readonly kind: 'people' | 'phone';
	readonly evidence: readonly EvidenceKind[];
	readonly revision: number;
	readonly foundAt: string;
	readonly outcome: Outcome | null;
	readonly reasonSealed: string | null;
	readonly decidedById: string | null;
	readonly decidedBy: string | null;
	readonly decidedAt: string | null;
};

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('duplicate_clusters as cluster')
		.leftJoin('accounts as decider', 'decider.id', 'cluster.decided_by')
		.select(['cluster.id', 'cluster.kind', 'cluster.evidence', 'cluster.revision', 'cluster.found_at as foundAt'])
		.select(['cluster.outcome', 'cluster.reason_sealed as reasonSealed', 'cluster.decided_by as decidedById'])
		.select(['decider.name as decidedBy', 'cluster.decided_at as decidedAt']);

const clusterOf = <Row extends { evidence: string }>({ evidence, ...row }: Row) => ({
	...row,
	evidence: storedKinds(evidence)
});

export async function findCluster(db: Kysely<Database>, id: string): Promise<StoredCluster | undefined> {
	const row = await select(db).where('cluster.id', '=', id).executeTakeFirst();
	return row && clusterOf(row);
}

/** Clusters to decide, the first found first, after an id. */
export async function listOpen(
	db: Kysely<Database>,
	kind: StoredCluster['kind'],
	after: string,
	limit: number
): Promise<StoredCluster[]> {
	const rows = await select(db)
		.where('cluster.outcome', 'is', null)
		.where('cluster.kind', '=', kind)
		.where('cluster.id', '>', after)
		.orderBy('cluster.id')
		.limit(limit)
		.execute();
	return rows.map(clusterOf);
}

/** Decisions, the last one first; `before`: the last row of the page before. */
export async function listDecisions(
	db: Kysely<Database>,
	before: { readonly at: string; readonly id: string } | null,
	limit: number
): Promise<StoredCluster[]> {
	let query = select(db).where('cluster.outcome', 'is not', null);
	if (before)
		query = query.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('cluster.decided_at', 'cluster.id'), '<', tuple(before.at, before.id))
		);
	const rows = await query.orderBy('cluster.decided_at', 'desc').orderBy('cluster.id', 'desc').limit(limit).execute();
	return rows.map(clusterOf);
}

/** How many clusters of each kind wait, and since when the first one does. */
export const countOpen = (db: Kysely<Database>) =>
	db
		.selectFrom('duplicate_clusters')
		.select(({ fn }) => ['kind', fn.countAll<number>().as('count'), fn.min('found_at').as('since')])
		.where('outcome', 'is', null)
		.groupBy('kind')
		.orderBy('kind')
		.execute();

/** How many people are in each of these clusters. */
export async function sizesOf(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('duplicate_persons')
		.select(({ fn }) => ['cluster_id as id', fn.countAll<number>().as('count')])
		.where('cluster_id', 'in', ids)
		.groupBy('cluster_id')
		.execute();
	return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** Up to `limit` people of a cluster after an id, with what links each to others. */
export async function listPersons(db: Kysely<Database>, id: string, after: string, limit: number) {
	const rows = await db
		.selectFrom('duplicate_persons')
		.select(['person_id as personId', 'evidence'])
		.where('cluster_id', '=', id)
		.where('person_id', '>', after)
		.orderBy('person_id')
		.limit(limit)
		.execute();
	return rows.map(({ personId, evidence }) => ({ personId, evidence: storedEvidence(evidence) }));
}

export type Place = { readonly personId: string; readonly requestId: string; readonly member: string | null };

/** The places of persons in requests that were sent, the newest first; `member`: null for who sent it. */
export async function placesOf(db: Kysely<Database>, personIds: readonly string[]): Promise<Place[]> {
	if (personIds.length === 0) return [];
	const own = await db
		.selectFrom('persons')
		.innerJoin('applications', 'applications.account_id', 'persons.account_id')
		.select(['persons.id as personId', 'applications.id as requestId'])
		.where('persons.id', 'in', personIds)
		.orderBy('applications.submitted_at', 'desc')
		.execute();
	const told = await db
		.selectFrom('household_persons')
		.innerJoin('applications', 'applications.id', 'household_persons.request_id')
		.select(['person_id as personId', 'request_id as requestId', 'member'])
		.where('person_id', 'in', personIds)
		.execute();
	return [...own.map((one) => ({ ...one, member: null })), ...told];
}

/** The clusters with one of these persons, decided or not. */
export async function clustersWith(db: Kysely<Database>, personIds: readonly string[]): Promise<StoredCluster[]> {
	if (personIds.length === 0) return [];
	const ids = db.selectFrom('duplicate_persons').select('cluster_id').where('person_id', 'in', personIds);
	const rows = await select(db).where('cluster.id', 'in', ids).orderBy('cluster.id').execute();
	return rows.map(clusterOf);
}

/** The persons who stand for a household in a request: who sent it, and its members. */
export async function personsOfRequest(db: Kysely<Database>, requestId: string, accountId: string | null) {
	const told = await db
		.selectFrom('household_persons')
		.select('person_id as id')
		.where('request_id', '=', requestId)
		.execute();
	if (accountId === null) return told.map(({ id }) => id);
	const own = await db.selectFrom('persons').select('id').where('account_id', '=', accountId).execute();
	return [...own, ...told].map(({ id }) => id);
}

/** Deletes clusters, with the keys of their reasons. */
export async function deleteClusters(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	const gone = await trx.deleteFrom('duplicate_clusters').where('id', 'in', ids).returning('reason_sealed').execute();
	await deleteKeys(
		trx,
		gone.flatMap(({ reason_sealed: reason }) => reason?.split(':')[1] ?? [])
	);
}

/** The clusters with a person whom this account told of. */
export async function clustersOfAccount(db: Kysely<Database>, accountId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('duplicate_persons')
		.innerJoin('persons', 'persons.id', 'duplicate_persons.person_id')
		.innerJoin('accounts', 'accounts.data_key_id', 'persons.data_key_id')
		.select('cluster_id as id')
		.distinct()
		.where('accounts.id', '=', accountId)
		.execute();
	return rows.map(({ id }) => id);
}

/** Decisions of which fewer than two people are left. */
export async function listEmptied(db: Kysely<Database>): Promise<string[]> {
	const rows = await db
		.selectFrom('duplicate_clusters as cluster')
		.leftJoin('duplicate_persons as one', 'one.cluster_id', 'cluster.id')
		.select('cluster.id')
		.where('cluster.outcome', 'is not', null)
		.groupBy('cluster.id')
		.having(({ fn, eb }) => eb(fn.count('one.person_id'), '<', 2))
		.execute();
	return rows.map(({ id }) => id);
}

/** The persons whom the office took for one of these persons. */
export async function samePersons(db: Kysely<Database>, personIds: readonly string[]): Promise<string[]> {
	if (personIds.length === 0) return [];
	const rows = await db
		.selectFrom('duplicate_persons as own')
		.innerJoin('duplicate_clusters as cluster', 'cluster.id', 'own.cluster_id')
		.innerJoin('duplicate_persons as one', 'one.cluster_id', 'cluster.id')
		.select('one.person_id as id')
		.distinct()
		.where('own.person_id', 'in', personIds)
		.where('cluster.outcome', '=', 'same')
		.execute();
	return rows.map(({ id }) => id);
}
