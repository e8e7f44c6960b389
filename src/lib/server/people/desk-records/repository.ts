import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { DeskRecordsTable } from './table';

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('desk_records')
		.innerJoin('accounts as officer', 'officer.id', 'desk_records.opened_by')
		.innerJoin('accounts as person', 'person.id', 'desk_records.account_id')
		.select(['desk_records.id', 'desk_records.channel', 'desk_records.heard_on as on'])
		.select(['desk_records.account_id as accountId', 'desk_records.data_key_id as dataKeyId'])
		.select(['evidence_sealed as evidenceSealed', 'opened_at as openedAt', 'closed_at as closedAt'])
		.select(['opened_by as officerId', 'officer.name as officer', 'officer.role as officerRole'])
		.select(['person.name as accountName', 'person.email', 'person.demo', 'person.disabled_at as disabledAt']);

export type StoredRecord = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

export const findRecord = (db: Kysely<Database>, id: string): Promise<StoredRecord | undefined> =>
	select(db).where('desk_records.id', '=', id).executeTakeFirst();

/** The record that an officer has open. The unique index lets it be one. */
export const findOpenOf = (db: Kysely<Database>, officerId: string): Promise<StoredRecord | undefined> =>
	select(db).where('opened_by', '=', officerId).where('closed_at', 'is', null).executeTakeFirst();

/** The records of an account, the newest first. */
export const listOfPerson = (db: Kysely<Database>, accountId: string): Promise<StoredRecord[]> =>
	select(db)
		.where('desk_records.account_id', '=', accountId)
		.orderBy('opened_at', 'desc')
		.orderBy('desk_records.id', 'desc')
		.execute();

/** The newest records of all officers. */
export const listNewest = (db: Kysely<Database>, limit: number): Promise<StoredRecord[]> =>
	select(db).orderBy('opened_at', 'desc').orderBy('desk_records.id', 'desc').limit(limit).execute();

/** Inserts a record; false where it is there already. */
export async function insertRecord(trx: Transaction<Database>, row: Insertable<DeskRecordsTable>): Promise<boolean> {
	const inserted = await trx
		.insertInto('desk_records')
		.values(row)
		.onConflict((was) => was.column('id').doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted !== undefined;
}

/** Ends the record that an officer has open; answers its id. */
export async function closeOpenOf(
	trx: Transaction<Database>,
	officerId: string,
	at: string
): Promise<string | undefined> {
	const closed = await trx
		.updateTable('desk_records')
		.set({ closed_at: at })
		.where('opened_by', '=', officerId)
		.where('closed_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return closed?.id;
}

/** The accounts of the persons with this tax code: null for one who is a member of somebody's household. */
export async function accountsWithCode(db: Kysely<Database>, taxCodeHash: string) {
	return db
		.selectFrom('persons')
		.leftJoin('accounts', 'accounts.id', 'persons.account_id')
		.select(['persons.account_id as accountId', 'accounts.email', 'accounts.role'])
		.where('persons.tax_code_hash', '=', taxCodeHash)
		.orderBy('persons.id')
		.execute();
}
