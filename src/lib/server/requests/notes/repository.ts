import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Inserts a note; false where this note is there already, or another one corrects the same. */
export async function insertNote(trx: Transaction<Database>, row: Insertable<Database['request_notes']>) {
	const inserted = await trx
		.insertInto('request_notes')
		.values(row)
		.onConflict((was) => was.doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted !== undefined;
}

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('request_notes')
		.innerJoin('accounts', 'accounts.id', 'request_notes.account_id')
		.select(['request_notes.id', 'application_id as requestId', 'corrects', 'text_sealed as textSealed', 'at'])
		.select(['accounts.id as byId', 'accounts.name as byName', 'accounts.role as byRole']);

export async function findNote(db: Kysely<Database>, id: string) {
	return select(db).where('request_notes.id', '=', id).executeTakeFirst();
}

/** The note that corrects this one. */
export async function findCorrection(db: Kysely<Database>, id: string) {
	return select(db).where('corrects', '=', id).executeTakeFirst();
}

/** The notes of a request, the newest first; still sealed. */
export async function listNotes(db: Kysely<Database>, requestId: string) {
	return select(db)
		.where('application_id', '=', requestId)
		.orderBy('at', 'desc')
		.orderBy('request_notes.id', 'desc')
		.execute();
}

/** The notes stay with the household when a later version takes the place of its request. */
export async function followNotes(trx: Transaction<Database>, from: string, to: string): Promise<void> {
	await trx.updateTable('request_notes').set({ application_id: to }).where('application_id', '=', from).execute();
}

export async function deleteNotes(trx: Transaction<Database>, requestId: string): Promise<void> {
	await trx.deleteFrom('request_notes').where('application_id', '=', requestId).execute();
}
