import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { NoticeReceiptsTable } from './table';

/** The receipt leaves of the requests that were live when a notice closed, whatever happened to them since. */
export async function listLeavesAt(db: Kysely<Database>, noticeId: string, closesAt: string): Promise<string[]> {
	const rows = await db
		.selectFrom('applications')
		.select('receipt_leaf as leaf')
		.where('notice_id', '=', noticeId)
		.where('submitted_at', '<=', closesAt)
		.where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', closesAt)]))
		.execute();
	return rows.map(({ leaf }) => leaf);
}

/** The receipt leaves of the versions of a notice's requests whose place a later one took, and when. */
export async function listReplacedLeaves(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('applications')
		.innerJoin('applications as later', 'later.replaces', 'applications.id')
		.select(['applications.receipt_leaf as leaf', 'later.submitted_at as at'])
		.where('applications.notice_id', '=', noticeId)
		.execute();
}

export async function findSealed(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('notice_receipts')
		.select(['root', 'count', 'sealed_at as sealedAt'])
		.where('notice_id', '=', noticeId)
		.executeTakeFirst();
}

export async function readSealedLeaves(db: Kysely<Database>, noticeId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('notice_receipts')
		.select('leaves')
		.where('notice_id', '=', noticeId)
		.executeTakeFirst();
	return row?.leaves;
}

/** Once a notice: a second writing changes nothing. Answers whether this call wrote. */
export async function insertSealed(trx: Transaction<Database>, row: Insertable<NoticeReceiptsTable>): Promise<boolean> {
	const done = await trx
		.insertInto('notice_receipts')
		.values(row)
		.onConflict((conflict) => conflict.column('notice_id').doNothing())
		.returning('notice_id')
		.execute();
	return done.length === 1;
}

/** When a notice that was opened stops taking requests. */
export async function findClosing(db: Kysely<Database>, noticeId: string): Promise<string | undefined> {
	const row = await opened(db).where('notices.id', '=', noticeId).executeTakeFirst();
	return row?.closesAt;
}

/** Opened notices that are closed at `now` and whose receipts are not sealed. */
export async function listUnsealed(db: Kysely<Database>, now: string): Promise<string[]> {
	const rows = await opened(db)
		.leftJoin('notice_receipts', 'notice_receipts.notice_id', 'notices.id')
		.where('notices.closes_at', '<', now)
		.where('notice_receipts.notice_id', 'is', null)
		.execute();
	return rows.map(({ id }) => id);
}

function opened(db: Kysely<Database>) {
	return db
		.selectFrom('notices')
		.innerJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.select(['notices.id', 'notices.closes_at as closesAt']);
}
