import type { Kysely } from 'kysely';
import { storedWords } from '$lib/server/platform/db/stored-lists';
import type { Database } from '$lib/server/schema';

/** The live requests of a notice that list a home, as messages reach their households. */
export async function listRequestsFor(db: Kysely<Database>, noticeId: string, dwellingId: string) {
	const rows = await requestsFor(db, noticeId, dwellingId)
		.select(['applications.id', 'applications.protocol', 'applications.choices'])
		.select(['applications.account_id as accountId', 'applications.data_key_id as dataKeyId'])
		.orderBy('applications.id')
		.execute();
	return rows.map((row) => ({ ...row, choices: storedWords(row.choices) }));
}

export async function countRequestsFor(db: Kysely<Database>, noticeId: string, dwellingId: string): Promise<number> {
	const { count } = await requestsFor(db, noticeId, dwellingId)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** The protocol numbers of those that have no account, so that no mail reaches them. */
export async function listWithoutMail(db: Kysely<Database>, noticeId: string, dwellingId: string): Promise<string[]> {
	const rows = await requestsFor(db, noticeId, dwellingId)
		.select('applications.protocol')
		.where('applications.account_id', 'is', null)
		.orderBy('applications.protocol')
		.execute();
	return rows.map(({ protocol }) => protocol);
}

/** The next `limit` live requests of a notice that an account sent, in the order of ids, after `after`. */
export async function listWithAccount(db: Kysely<Database>, noticeId: string, after: string | null, limit: number) {
	const rows = await db
		.selectFrom('applications')
		.select(['id', 'protocol', 'account_id as accountId'])
		.where('notice_id', '=', noticeId)
		.where('ended_at', 'is', null)
		.where('account_id', 'is not', null)
		.where('id', '>', after ?? '')
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ ...row, accountId: row.accountId! }));
}

/** Choices are stored as a JSON list of ids, and an id holds no sign that `like` reads. */
const requestsFor = (db: Kysely<Database>, noticeId: string, dwellingId: string) =>
	db
		.selectFrom('applications')
		.where('applications.notice_id', '=', noticeId)
		.where('applications.ended_at', 'is', null)
		.where('applications.choices', 'like', `%"${dwellingId}"%`);
