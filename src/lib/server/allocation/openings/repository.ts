import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function insertOpening(
	trx: Transaction<Database>,
	opening: Insertable<Database['round_openings']>
): Promise<void> {
	await trx.insertInto('round_openings').values(opening).execute();
}

/** The newest opening of a version by one person, not older than `since`. */
export async function findOpening(db: Kysely<Database>, roundId: string, accountId: string, since: string) {
	return db
		.selectFrom('round_openings')
		.select(['id', 'opened_at as openedAt'])
		.where('round_id', '=', roundId)
		.where('account_id', '=', accountId)
		.where('opened_at', '>', since)
		.orderBy('opened_at', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** The openings of the versions of a notice, newest first. */
export async function listOpenings(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('round_openings')
		.innerJoin('rounds', 'rounds.id', 'round_openings.round_id')
		.innerJoin('accounts', 'accounts.id', 'round_openings.account_id')
		.select(['round_openings.id', 'round_openings.round_id as roundId', 'round_openings.opened_at as openedAt'])
		.select(['round_openings.reason_sealed as reasonSealed', 'rounds.version', 'accounts.name as who'])
		.where('rounds.notice_id', '=', noticeId)
		.orderBy('round_openings.opened_at', 'desc')
		.orderBy('round_openings.id', 'desc')
		.execute();
}

/** Every published version that was sealed, newest first, with how often it was opened. */
export async function listSealed(db: Kysely<Database>) {
	const rows = await db
		.selectFrom('rounds')
		.innerJoin('notices', 'notices.id', 'rounds.notice_id')
		.select(['rounds.id', 'rounds.notice_id as noticeId', 'rounds.version', 'rounds.kind'])
		.select(['rounds.published_at as publishedAt', 'notices.code'])
		.select(['notices.title_it as titleIt', 'notices.title_en as titleEn', 'notices.synthetic'])
		.select(({ selectFrom }) =>
			selectFrom('round_openings')
				.select((eb) => eb.fn.countAll<number>().as('count'))
				.whereRef('round_openings.round_id', '=', 'rounds.id')
				.as('openings')
		)
		.where('rounds.published_at', 'is not', null)
		.where('rounds.publication_hash', 'is not', null)
		.orderBy('rounds.published_at', 'desc')
		.orderBy('rounds.id')
		.execute();
	return rows.map((row) => ({ ...row, publishedAt: row.publishedAt!, openings: Number(row.openings) }));
}
