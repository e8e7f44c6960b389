import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** A household of a notice: by its request; or, without a protocol, by a draft that it has not sent. */
export type HouseholdOfNotice = {
	readonly id: string;
	readonly protocol: string | null;
	readonly accountId: string | null;
	readonly dataKeyId: string;
};

/**
 * The next `limit` live requests and unsent drafts of a notice, in the order of ids, after `after`. A household that amends its
 * request has both, and is listed by its request.
 */
export async function listHouseholds(
	db: Kysely<Database>,
	noticeId: string,
	after: string,
	limit: number
): Promise<HouseholdOfNotice[]> {
	return db
		.selectFrom('applications')
		.select(['id', (eb) => eb.ref('protocol').$castTo<string | null>().as('protocol')])
		.select(['account_id as accountId', 'data_key_id as dataKeyId'])
		.where('notice_id', '=', noticeId)
		.where('ended_at', 'is', null)
		.where('id', '>', after)
		.unionAll(unsentDrafts(db, noticeId, after))
		.orderBy('id')
		.limit(limit)
		.execute();
}

const unsentDrafts = (db: Kysely<Database>, noticeId: string, after: string) =>
	db
		.selectFrom('application_drafts as draft')
		.select(['draft.id', (eb) => eb.cast<string | null>(eb.val(null), 'text').as('protocol')])
		.select(['draft.account_id as accountId', 'draft.data_key_id as dataKeyId'])
		.where('draft.notice_id', '=', noticeId)
		.where('draft.id', '>', after)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('applications')
						.select('applications.id')
						.where('applications.notice_id', '=', noticeId)
						.whereRef('applications.account_id', '=', 'draft.account_id')
						.where('applications.ended_at', 'is', null)
				)
			)
		);
