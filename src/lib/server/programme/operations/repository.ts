import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The programme the portal follows; undefined before its data are loaded. */
export async function findProgramme(db: Kysely<Database>) {
	return db.selectFrom('programmes').selectAll().orderBy('id').executeTakeFirst();
}

export async function listOperations(db: Kysely<Database>) {
	return db.selectFrom('operations').selectAll().orderBy('position').execute();
}

/** Services first, then works, then grants, as the programme presents them. */
export async function listLines(db: Kysely<Database>) {
	return db.selectFrom('operation_lines').selectAll().orderBy('axis').orderBy('id').execute();
}

export async function listIndicators(db: Kysely<Database>) {
	return db.selectFrom('indicators').selectAll().orderBy('position').execute();
}

/** Codes and ids of the programme's dwellings: those that belong to an operation. */
export async function programmeDwellings(db: Kysely<Database>) {
	return db
		.selectFrom('dwellings')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.select(['dwellings.id', 'dwellings.code', 'dwellings.operation_id', 'dwellings.synthetic'])
		.select(['buildings.street', 'buildings.district'])
		.where('dwellings.operation_id', 'is not', null)
		.orderBy('dwellings.code')
		.execute();
}

/** What a file of facts says of the programme itself. Rows that the file no longer names stay: homes belong to them. */
type ProgrammeRows = {
	readonly programme: Insertable<Database['programmes']>;
	readonly operations: readonly Insertable<Database['operations']>[];
	readonly lines: readonly Insertable<Database['operation_lines']>[];
	readonly indicators: readonly Insertable<Database['indicators']>[];
};

export async function replaceProgramme(trx: Transaction<Database>, rows: ProgrammeRows): Promise<void> {
	await trx
		.insertInto('programmes')
		.values(rows.programme)
		.onConflict((conflict) => conflict.column('id').doUpdateSet(rows.programme))
		.execute();
	for (const row of rows.operations)
		await trx
			.insertInto('operations')
			.values(row)
			.onConflict((conflict) => conflict.column('id').doUpdateSet(row))
			.execute();
	for (const row of rows.lines)
		await trx
			.insertInto('operation_lines')
			.values(row)
			.onConflict((conflict) => conflict.column('id').doUpdateSet(row))
			.execute();
	for (const row of rows.indicators)
		await trx
			.insertInto('indicators')
			.values(row)
			.onConflict((conflict) => conflict.column('code').doUpdateSet(row))
			.execute();
}
