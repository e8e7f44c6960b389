import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { DuplicateClustersTable, DuplicatePersonsTable } from './table';

/** Up to `limit` undecided clusters after an id. */
export const listOpenAfter = (db: Kysely<Database>, after: string, limit: number) =>
	db
		.selectFrom('duplicate_clusters')
		.select(['id', 'kind', 'first_person as firstPerson', 'digest', 'revision'])
		.where('outcome', 'is', null)
		.where('id', '>', after)
		.orderBy('id')
		.limit(limit)
		.execute();

/** Inserts clusters; answers the ids of those that no other process found before. */
export async function insertClusters(
	trx: Transaction<Database>,
	rows: readonly Insertable<DuplicateClustersTable>[]
): Promise<string[]> {
	if (rows.length === 0) return [];
	const inserted = await trx
		.insertInto('duplicate_clusters')
		.values(rows)
		.onConflict((was) => was.doNothing())
		.returning('id')
		.execute();
	return inserted.map(({ id }) => id);
}

/** Changes a cluster that nobody has decided or changed since it was read; its people are told anew. */
export async function changeCluster(
	trx: Transaction<Database>,
	seen: { readonly id: string; readonly revision: number },
	changed: Pick<DuplicateClustersTable, 'digest' | 'evidence'>
): Promise<boolean> {
	const row = await trx
		.updateTable('duplicate_clusters')
		.set({ ...changed, revision: seen.revision + 1 })
		.where('id', '=', seen.id)
		.where('revision', '=', seen.revision)
		.where('outcome', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (row) await trx.deleteFrom('duplicate_persons').where('cluster_id', '=', seen.id).execute();
	return row !== undefined;
}

/** Tells who is in clusters; persons who were erased meanwhile are left out. */
export async function insertPersons(trx: Transaction<Database>, rows: readonly DuplicatePersonsTable[]): Promise<void> {
	const ids = [...new Set(rows.map(({ person_id }) => person_id))];
	const there = new Set(
		(await trx.selectFrom('persons').select('id').where('id', 'in', ids).execute()).map(({ id }) => id)
	);
	const known = rows.filter(({ person_id }) => there.has(person_id));
	if (known.length > 0) await trx.insertInto('duplicate_persons').values(known).execute();
}

/** Deletes a cluster that is found no more and that nobody has decided or changed since it was read. */
export async function deleteOpen(
	trx: Transaction<Database>,
	{ id, revision }: { readonly id: string; readonly revision: number }
): Promise<void> {
	await trx
		.deleteFrom('duplicate_clusters')
		.where('id', '=', id)
		.where('revision', '=', revision)
		.where('outcome', 'is', null)
		.execute();
}
