import type { Insertable, Kysely, Transaction } from 'kysely';
import type { DueReminders } from '$lib/domain/calendar/reminders';
import { changeAt } from '$lib/server/platform/db/at-revision';
import type { Database } from '$lib/server/schema';
import type { ApplicationDraftsTable } from './table';

export async function findDraft(db: Kysely<Database>, noticeId: string, accountId: string) {
	return db
		.selectFrom('application_drafts')
		.select(['id', 'revision', 'answers_sealed as answersSealed'])
		.select(['data_key_id as dataKeyId', 'updated_at as updatedAt'])
		.where('notice_id', '=', noticeId)
		.where('account_id', '=', accountId)
		.executeTakeFirst();
}

export async function listDrafts(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('application_drafts')
		.innerJoin('notices', 'notices.id', 'application_drafts.notice_id')
		.select(['application_drafts.id', 'notice_id as noticeId', 'updated_at as updatedAt'])
		.select(['notices.title_it as titleIt', 'notices.title_en as titleEn', 'notices.closes_at as closesAt'])
		.where('application_drafts.account_id', '=', accountId)
		.orderBy('updated_at', 'desc')
		.execute();
}

export async function insertDraft(trx: Transaction<Database>, row: Insertable<ApplicationDraftsTable>): Promise<void> {
	await trx.insertInto('application_drafts').values(row).execute();
}

/** Changes the answers if they are still at `revision`; returns whether it did. */
export const updateDraft = (
	trx: Transaction<Database>,
	draft: { readonly id: string; readonly revision: number; readonly sealed: string; readonly at: string }
): Promise<boolean> =>
	changeAt(trx.updateTable('application_drafts').set({ answers_sealed: draft.sealed, updated_at: draft.at }), draft);

/** Marks up to `limit` drafts whose account is to be reminded; answers those that this call marked. */
export async function takeNearDrafts(trx: Transaction<Database>, { now, until, since }: DueReminders, limit: number) {
	const near = trx
		.selectFrom('application_drafts as draft')
		.innerJoin('notices', 'notices.id', 'draft.notice_id')
		.select('draft.id')
		.where('draft.reminded_at', 'is', null)
		.where('draft.updated_at', '<=', since)
		.where('notices.closes_at', '>', now)
		.where('notices.closes_at', '<=', until)
		.orderBy('draft.id')
		.limit(limit);
	return trx
		.updateTable('application_drafts')
		.set({ reminded_at: now })
		.where('reminded_at', 'is', null)
		.where('id', 'in', near)
		.returning(['id', 'notice_id as noticeId', 'account_id as accountId'])
		.execute();
}

export async function deleteDraft(trx: Transaction<Database>, id: string): Promise<void> {
	await trx.deleteFrom('application_drafts').where('id', '=', id).execute();
}
