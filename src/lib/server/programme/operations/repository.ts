import type { Kysely } from 'kysely';
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
		.select(['id', 'code', 'operation_id', 'synthetic'])
		.where('operation_id', 'is not', null)
		.orderBy('code')
		.execute();
}
