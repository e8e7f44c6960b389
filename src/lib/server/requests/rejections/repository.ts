import type { Insertable, Kysely, Transaction } from 'kysely';
import type { DueReminders } from '$lib/domain/calendar/reminders';
import type { Database } from '$lib/server/schema';

function selectRejections(db: Kysely<Database>) {
	return db
		.selectFrom('rejections')
		.innerJoin('applications', 'applications.id', 'rejections.application_id')
		.innerJoin('accounts as sender', 'sender.id', 'rejections.notified_by')
		.leftJoin('accounts as decider', 'decider.id', 'rejections.closed_by')
		.select(['rejections.id', 'rejections.application_id as applicationId', 'rejections.reason'])
		.select(['applications.data_key_id as dataKeyId', 'applications.account_id as accountId', 'applications.protocol'])
		.select(['rejections.notified_at as notifiedAt', 'rejections.deadline', 'rejections.outcome'])
		.select(['rejections.closed_at as closedAt', 'rejections.closed_by as closedBy', 'applications.pseudonym'])
		.select(['rejections.notice_id as noticeId', 'sender.name as notifiedBy', 'decider.name as closerName'])
		.select(['rejections.notified_by as notifiedById', 'rejections.answer', 'rejections.decision'])
		.select(['rejections.answered_at as answeredAt', 'rejections.proposed_by as proposedById'])
		.leftJoin('accounts as proposer', 'proposer.id', 'rejections.proposed_by')
		.select(['rejections.proposed_at as proposedAt', 'proposer.name as proposedBy']);
}

export async function listRejections(db: Kysely<Database>, noticeId: string) {
	return selectRejections(db)
		.where('rejections.notice_id', '=', noticeId)
		.orderBy('rejections.deadline', 'desc')
		.orderBy('rejections.id')
		.execute();
}

/** The notice of rejection of a request that waits for a decision. */
export async function findOpenRejection(db: Kysely<Database>, applicationId: string) {
	return selectRejections(db)
		.where('rejections.application_id', '=', applicationId)
		.where('rejections.closed_at', 'is', null)
		.executeTakeFirst();
}

/** The requests of a notice with a notice of rejection that waits for its decision, and the last day to answer it. */
export async function openRejectionsOf(db: Kysely<Database>, noticeId: string): Promise<ReadonlyMap<string, string>> {
	const rows = await selectRejections(db)
		.where('rejections.notice_id', '=', noticeId)
		.where('rejections.closed_at', 'is', null)
		.execute();
	return new Map(rows.map(({ applicationId, deadline }) => [applicationId, deadline]));
}

/** By request: the last day to answer its open notice of rejection. */
export async function openRejectionsAmong(
	db: Kysely<Database>,
	applicationIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	if (applicationIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('rejections')
		.select(['application_id as id', 'deadline'])
		.where('closed_at', 'is', null)
		.where('application_id', 'in', applicationIds)
		.execute();
	return new Map(rows.map(({ id, deadline }) => [id, deadline]));
}

export async function insertRejection(trx: Transaction<Database>, row: Insertable<Database['rejections']>) {
	await trx.insertInto('rejections').values(row).execute();
}

/** Lets a notice of rejection that waits for its decision follow a household to the later version of its request. */
export async function followRequest(trx: Transaction<Database>, from: string, to: string): Promise<void> {
	await trx
		.updateTable('rejections')
		.set({ application_id: to })
		.where('application_id', '=', from)
		.where('closed_at', 'is', null)
		.execute();
}

/** The notice of the request that a notice of rejection is about, which a later version of the request leaves as it is. */
export async function findRejectedNotice(db: Kysely<Database>, id: string): Promise<string | undefined> {
	return (await selectRejections(db).where('rejections.id', '=', id).executeTakeFirst())?.noticeId;
}

/** The row, locked until the transaction ends: an update locks on both databases. */
export async function lockRejection(trx: Transaction<Database>, id: string) {
	await trx
		.updateTable('rejections')
		.set((eb) => ({ deadline: eb.ref('deadline') }))
		.where('id', '=', id)
		.execute();
	return selectRejections(trx).where('rejections.id', '=', id).executeTakeFirst();
}

/** Marks the open notices of rejection whose household is to be reminded; answers the ids that this call marked. */
export async function takeNear(trx: Transaction<Database>, { now, until, since }: DueReminders): Promise<string[]> {
	const rows = await trx
		.updateTable('rejections')
		.set({ reminded_at: now })
		.where('reminded_at', 'is', null)
		.where('closed_at', 'is', null)
		.where('deadline', '>', now)
		.where('deadline', '<=', until)
		.where('notified_at', '<=', since)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** One person proposes the exclusion, with its reasons; another decides it. */
export async function setProposed(
	trx: Transaction<Database>,
	id: string,
	proposed: { readonly by: string; readonly at: string; readonly decision: string }
): Promise<void> {
	await trx
		.updateTable('rejections')
		.set({ proposed_by: proposed.by, proposed_at: proposed.at, decision: proposed.decision })
		.where('id', '=', id)
		.execute();
}

export async function closeRejection(
	trx: Transaction<Database>,
	id: string,
	closed: {
		readonly outcome: 'excluded' | 'dropped';
		readonly by: string;
		readonly at: string;
		readonly decision: string | null;
	}
) {
	await trx
		.updateTable('rejections')
		.set({ outcome: closed.outcome, closed_by: closed.by, closed_at: closed.at, decision: closed.decision })
		.where('id', '=', id)
		.execute();
}

/** The request of a notice with this code. `later`: the code of the version that took its place. */
export async function findRequest(db: Kysely<Database>, noticeId: string, pseudonym: string) {
	return db
		.selectFrom('applications')
		.leftJoin('applications as later', 'later.replaces', 'applications.id')
		.select(['applications.id', 'applications.protocol', 'applications.ended_at as endedAt'])
		.select(['applications.data_key_id as dataKeyId', 'applications.account_id as accountId'])
		.select('later.pseudonym as later')
		.where('applications.notice_id', '=', noticeId)
		.where('applications.pseudonym', '=', pseudonym)
		.executeTakeFirst();
}

/** The newest notice of rejection of a request, open or decided. */
export async function findLastRejection(db: Kysely<Database>, applicationId: string) {
	return selectRejections(db)
		.where('rejections.application_id', '=', applicationId)
		.orderBy('rejections.notified_at', 'desc')
		.orderBy('rejections.id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function setAnswer(trx: Transaction<Database>, id: string, answer: string, at: string): Promise<void> {
	await trx.updateTable('rejections').set({ answer, answered_at: at }).where('id', '=', id).execute();
}
