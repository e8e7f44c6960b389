import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Day } from '$lib/domain/calendar/instant';
import type { ReadSubject } from '$lib/domain/person/read-subject';
import type { Database } from '$lib/server/schema';
import type { ReadingsTable } from './table';

type Which = {
	readonly personId: string | null;
	readonly readerId: string;
	readonly subject: ReadSubject;
	readonly day: Day;
};

/** Whether a reader opened a person for a file on a day. */
export async function hasRead(db: Kysely<Database>, { personId, readerId, subject, day }: Which): Promise<boolean> {
	const found = await db
		.selectFrom('readings')
		.select('id')
		.where('person_id', personId === null ? 'is' : '=', personId)
		.where('reader_id', '=', readerId)
		.where('subject_type', '=', subject.type)
		.where('subject_id', '=', subject.id)
		.where('day', '=', day)
		.executeTakeFirst();
	return found !== undefined;
}

/** Inserts a reading; false where this reader has read this file on this day before. */
export async function insertReading(trx: Transaction<Database>, row: Insertable<ReadingsTable>): Promise<boolean> {
	const inserted = await trx
		.insertInto('readings')
		.values(row)
		.onConflict((was) => was.doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted !== undefined;
}

/** The readings of a person with who read, newest first. */
export async function listReadings(db: Kysely<Database>, personId: string, limit: number) {
	return select(db).where('readings.person_id', '=', personId).limit(limit).execute();
}

/** The readings of a file with who read, newest first. */
export async function listReadingsOf(db: Kysely<Database>, { type, id }: ReadSubject, limit: number) {
	return select(db)
		.where('readings.subject_type', '=', type)
		.where('readings.subject_id', '=', id)
		.limit(limit)
		.execute();
}

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('readings')
		.innerJoin('accounts', 'accounts.id', 'readings.reader_id')
		.leftJoin('organisations', 'organisations.id', 'accounts.organisation_id')
		.select(['readings.id', 'readings.at', 'readings.reason', 'readings.subject_type as subjectType'])
		.select(['accounts.name as reader', 'accounts.role', 'organisations.name as organisation'])
		.orderBy('readings.at', 'desc')
		.orderBy('readings.id', 'desc');
