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

/** Inserts readings; answers the ids of those that are the first of this reader, file and day. */
export async function insertReadings(
	trx: Transaction<Database>,
	rows: readonly Insertable<ReadingsTable>[]
): Promise<Set<string>> {
	const first = await trx
		.insertInto('readings')
		.values(rows)
		.onConflict((was) => was.doNothing())
		.returning('id')
		.execute();
	return new Set(first.map(({ id }) => id));
}

/** The readings of an account's person with who read, newest first; also those of before the person told any details. */
export async function listReadings(
	db: Kysely<Database>,
	of: { accountId: string; personId: string | null },
	limit: number
) {
	return select(db)
		.where((eb) => {
			const account = eb.and([eb('subject_type', '=', 'account'), eb('subject_id', '=', of.accountId)]);
			return of.personId === null ? account : eb.or([eb('person_id', '=', of.personId), account]);
		})
		.limit(limit)
		.execute();
}

/** The readings of a request's file and the copies of it, with who read, newest first. */
export async function listReadingsOfRequest(db: Kysely<Database>, id: string, limit: number) {
	return select(db)
		.where('readings.subject_type', 'in', ['request', 'copy'])
		.where('readings.subject_id', '=', id)
		.limit(limit)
		.execute();
}

/** The copies of a request's file that a reader took on a day, newest first. */
export async function listCopies(
	db: Kysely<Database>,
	{ requestId, readerId, day }: { requestId: string; readerId: string; day: Day }
) {
	return db
		.selectFrom('readings')
		.select(['id', 'at', 'reason'])
		.where('subject_type', '=', 'copy')
		.where('subject_id', '=', requestId)
		.where('reader_id', '=', readerId)
		.where('day', '=', day)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.execute();
}

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('readings')
		.innerJoin('accounts', 'accounts.id', 'readings.reader_id')
		.leftJoin('organisations', 'organisations.id', 'accounts.organisation_id')
		.select(['readings.id', 'readings.at', 'readings.reason', 'readings.subject_type as subjectType'])
		.select([
			'readings.reader_id as readerId',
			'accounts.name as reader',
			'accounts.role',
			'organisations.name as organisation'
		])
		.orderBy('readings.at', 'desc')
		.orderBy('readings.id', 'desc');
