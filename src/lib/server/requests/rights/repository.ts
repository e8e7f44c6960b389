import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The drafts of an account, still sealed. */
export async function listDrafts(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('application_drafts as draft')
		.innerJoin('notices', 'notices.id', 'draft.notice_id')
		.select(['draft.id', 'draft.notice_id as noticeId', 'notices.code as noticeCode', 'notices.title_it as notice'])
		.select([
			'draft.answers_sealed as answersSealed',
			'draft.data_key_id as dataKeyId',
			'draft.updated_at as updatedAt'
		])
		.where('draft.account_id', '=', accountId)
		.orderBy('draft.id')
		.execute();
}

/** What happened to these requests, in order. */
export async function listEvents(db: Kysely<Database>, requests: readonly string[]) {
	if (requests.length === 0) return [];
	return db
		.selectFrom('application_events')
		.select(['application_id as requestId', 'event', 'at'])
		.where('application_id', 'in', requests)
		.orderBy('at')
		.orderBy('id')
		.execute();
}

/** The notices of rejection of these requests, with their reasons still sealed. */
export async function listRejections(db: Kysely<Database>, requests: readonly string[]) {
	if (requests.length === 0) return [];
	return db
		.selectFrom('rejections')
		.select(['id', 'application_id as requestId', 'reason', 'notified_at as notifiedAt', 'deadline'])
		.select(['closed_at as closedAt', 'outcome', 'answer', 'answered_at as answeredAt', 'decision'])
		.where('application_id', 'in', requests)
		.orderBy('notified_at')
		.orderBy('id')
		.execute();
}

/** The notices under which requests were sent, by id. */
export async function listNotices(db: Kysely<Database>, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db.selectFrom('notices').select(['id', 'code', 'title_it as title']).where('id', 'in', ids).execute();
}
