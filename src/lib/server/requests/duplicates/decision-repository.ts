import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Evidence } from '$lib/domain/duplicates/evidence';
import type { Decided } from '$lib/domain/duplicates/told-people';
import type { Database } from '$lib/server/schema';
import type { Outcome } from './repository';
import type { DuplicateClustersTable } from './table';

/** The decisions about persons of a cluster, each with its people. */
export async function decisionsWithin(db: Kysely<Database>, clusterId: string): Promise<Decided<string>[]> {
	const rows = await db
		.selectFrom('duplicate_persons as own')
		.innerJoin('duplicate_persons as one', 'one.person_id', 'own.person_id')
		.innerJoin('duplicate_clusters as cluster', 'cluster.id', 'one.cluster_id')
		.select(['cluster.id', 'cluster.outcome', 'one.person_id as personId'])
		.where('own.cluster_id', '=', clusterId)
		.where('cluster.outcome', 'is not', null)
		.orderBy('cluster.id')
		.execute();
	const decided = new Map<string, { outcome: Outcome; persons: string[] }>();
	for (const { id, outcome, personId } of rows) {
		const one = decided.get(id) ?? { outcome: outcome!, persons: [] };
		one.persons.push(personId);
		decided.set(id, one);
	}
	return [...decided.values()];
}

/** Takes the next revision of a cluster that nobody has decided or changed since; false where somebody was faster. */
export async function takeRevision(trx: Transaction<Database>, id: string, revision: number): Promise<boolean> {
	const row = await trx
		.updateTable('duplicate_clusters')
		.set({ revision: revision + 1 })
		.where('id', '=', id)
		.where('revision', '=', revision)
		.where('outcome', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

type Decision = {
	readonly outcome: Outcome;
	readonly reason_sealed: string;
	readonly decided_by: string;
	readonly decided_at: string;
};

export async function decideWhole(trx: Transaction<Database>, id: string, decision: Decision): Promise<void> {
	await trx.updateTable('duplicate_clusters').set(decision).where('id', '=', id).execute();
}

export async function insertDecided(
	trx: Transaction<Database>,
	row: Insertable<DuplicateClustersTable>,
	persons: readonly { readonly personId: string; readonly evidence: Evidence }[]
): Promise<void> {
	await trx.insertInto('duplicate_clusters').values(row).execute();
	const rows = persons.map((one) => ({
		...{ cluster_id: row.id, person_id: one.personId, evidence: JSON.stringify(one.evidence) }
	}));
	await trx.insertInto('duplicate_persons').values(rows).execute();
}

/** The key of the first person of a cluster. */
export async function keyOfCluster(db: Kysely<Database>, id: string): Promise<string> {
	const row = await db
		.selectFrom('duplicate_persons')
		.innerJoin('persons', 'persons.id', 'person_id')
		.select('data_key_id as keyId')
		.where('cluster_id', '=', id)
		.orderBy('person_id')
		.limit(1)
		.executeTakeFirstOrThrow();
	return row.keyId;
}

/** Makes a decided cluster one that waits; false where somebody was faster. */
export async function reopen(trx: Transaction<Database>, id: string, revision: number): Promise<boolean> {
	const nothing = { outcome: null, reason_sealed: null, decided_by: null, decided_at: null };
	const row = await trx
		.updateTable('duplicate_clusters')
		.set({ ...nothing, digest: '', revision: revision + 1 })
		.where('id', '=', id)
		.where('revision', '=', revision)
		.where('outcome', 'is not', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** Whether a person of this cluster also stands in one that waits. */
export async function waitsElsewhere(db: Kysely<Database>, id: string): Promise<boolean> {
	const row = await db
		.selectFrom('duplicate_persons as own')
		.innerJoin('duplicate_persons as one', 'one.person_id', 'own.person_id')
		.innerJoin('duplicate_clusters as cluster', 'cluster.id', 'one.cluster_id')
		.select('cluster.id')
		.where('own.cluster_id', '=', id)
		.where('cluster.id', '<>', id)
		.where('cluster.outcome', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
