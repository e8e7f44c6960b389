import { sql, type Kysely } from 'kysely';

/**
 * People who may be one (adr 44). `match_keys`: keyed hashes by which two tellings of a person meet; the portal fills them in by
 * itself, together with the index of names. A cluster is found by the portal and decided by the staff: `outcome` is null until then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('persons').addColumn('match_keys', 'text').execute();
	await sql`update persons set names_indexed = 0`.execute(db);
	await db.schema.createIndex('persons_by_change').on('persons').column('updated_at').execute();
	await createClusters(db);
	await indexClusters(db);
	await db.schema
		.createTable('duplicate_persons')
		.addColumn('cluster_id', 'text', (c) => c.notNull().references('duplicate_clusters.id').onDelete('cascade'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id').onDelete('cascade'))
		.addColumn('evidence', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('duplicate_persons_key', ['cluster_id', 'person_id'])
		.execute();
	await db.schema.createIndex('duplicate_persons_by_person').on('duplicate_persons').column('person_id').execute();
}

async function createClusters(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('duplicate_clusters')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('people', 'phone')`))
		.addColumn('first_person', 'text', (c) => c.notNull())
		.addColumn('evidence', 'text', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('found_at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('same', 'apart')`))
		.addColumn('reason_sealed', 'text')
		.addColumn('decided_by', 'text', (c) => c.references('accounts.id'))
		.addColumn('decided_at', 'text')
		.addCheckConstraint(
			'duplicate_clusters_decided',
			sql`(outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)
				and (outcome is null) = (reason_sealed is null)`
		)
		.execute();
}

async function indexClusters(db: Kysely<unknown>): Promise<void> {
	const index = (name: string) => db.schema.createIndex(name).on('duplicate_clusters');
	await index('duplicate_clusters_open')
		.columns(['kind', 'first_person'])
		.unique()
		.where(sql<boolean>`outcome is null`)
		.execute();
	await index('duplicate_clusters_to_decide')
		.columns(['kind', 'id'])
		.where(sql<boolean>`outcome is null`)
		.execute();
	await index('duplicate_clusters_by_decision')
		.columns(['decided_at', 'id'])
		.where(sql<boolean>`outcome is not null`)
		.execute();
	await index('duplicate_clusters_by_decider').column('decided_by').execute();
}
