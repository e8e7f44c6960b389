import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import type { ApplicationEventsTable, ApplicationsTable } from './table';

/**
 * Up to `limit` of the requests ever sent under a notice, after a pseudonym. A notice of real size is read in parts, so
 * that other requests are served in between. The order is by pseudonym because the index holds it; by id every part
 * would sort them all.
 */
export async function listSubmitted(db: Kysely<Database>, noticeId: string, after: string, limit: number) {
	return db
		.selectFrom('applications')
		.select(['id', 'account_id', 'pseudonym', 'facts', 'needs_sealed', 'data_key_id', 'choices', 'submitted_at'])
		.select('ended_at')
		.where('notice_id', '=', noticeId)
		.where('pseudonym', '>', after)
		.orderBy('pseudonym')
		.limit(limit)
		.execute();
}

/** Requests of a notice that are in and not ended. */
export async function countLiveApplications(db: Kysely<Database>, noticeId: string): Promise<number> {
	const { count } = await db
		.selectFrom('applications')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('notice_id', '=', noticeId)
		.where('ended_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** The request of an account that is still in, under a notice. */
export async function findLive(db: Kysely<Database>, noticeId: string, accountId: string) {
	return db
		.selectFrom('applications')
		.select(['id', 'protocol', 'submitted_at'])
		.where('notice_id', '=', noticeId)
		.where('account_id', '=', accountId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
}

export async function findApplication(db: Kysely<Database>, id: string) {
	return db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listOfAccount(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('applications')
		.selectAll()
		.where('account_id', '=', accountId)
		.orderBy('submitted_at', 'desc')
		.orderBy('id')
		.execute();
}

/** The unique indexes refuse a second one with the same id, and a second live one of the same account. */
export async function insertApplication(trx: Transaction<Database>, row: Insertable<ApplicationsTable>): Promise<void> {
	await trx.insertInto('applications').values(row).execute();
}

export async function insertEvent(
	trx: Transaction<Database>,
	event: Omit<ApplicationEventsTable, 'id' | 'reason'> & { readonly reason?: string }
): Promise<void> {
	await trx
		.insertInto('application_events')
		.values({ id: newId(), reason: null, ...event })
		.execute();
}

/** Ends a request that has not ended; answers whether this call did. */
export async function endApplication(trx: Transaction<Database>, id: string, at: string): Promise<boolean> {
	const done = await trx
		.updateTable('applications')
		.set({ ended_at: at })
		.where('id', '=', id)
		.where('ended_at', 'is', null)
		.returning('id')
		.execute();
	return done.length === 1;
}

export async function hasLiveOffer(db: Kysely<Database>, applicationId: string): Promise<boolean> {
	const offer = await db
		.selectFrom('offers')
		.select('id')
		.where('application_id', '=', applicationId)
		.where('released_at', 'is', null)
		.executeTakeFirst();
	return offer !== undefined;
}
