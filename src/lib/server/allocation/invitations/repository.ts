import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { InvitationsTable } from './table';

const BATCH = 500;

/** Everything told under a notice. */
export async function listInvitations(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('invitations')
		.select(['household', 'dwelling_id as dwellingId'])
		.where('notice_id', '=', noticeId)
		.execute();
}

/** The dwellings of a notice that a household was told of. */
export async function listDwellingsTold(db: Kysely<Database>, noticeId: string, household: string) {
	const rows = await db
		.selectFrom('invitations')
		.select('dwelling_id as dwellingId')
		.where('notice_id', '=', noticeId)
		.where('household', '=', household)
		.execute();
	return rows.map(({ dwellingId }) => dwellingId);
}

/** Keeps what was not told before; answers those rows. A household told of a dwelling is never told of it again. */
export async function insertInvitations(trx: Transaction<Database>, rows: readonly Insertable<InvitationsTable>[]) {
	const fresh: { household: string; dwellingId: string }[] = [];
	for (let from = 0; from < rows.length; from += BATCH) {
		const inserted = await trx
			.insertInto('invitations')
			.values(rows.slice(from, from + BATCH))
			.onConflict((conflict) => conflict.columns(['notice_id', 'household', 'dwelling_id']).doNothing())
			.returning(['household', 'dwelling_id as dwellingId'])
			.execute();
		fresh.push(...inserted);
	}
	return fresh;
}

/** The live requests of a notice whose account is open, as messages reach it. */
export async function listReaders(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('applications')
		.innerJoin('accounts', 'accounts.id', 'applications.account_id')
		.select(['applications.id', 'applications.protocol', 'accounts.id as accountId'])
		.where('applications.notice_id', '=', noticeId)
		.where('applications.ended_at', 'is', null)
		.where('accounts.disabled_at', 'is', null)
		.orderBy('applications.id')
		.execute();
}

/** Whether a version of the notice's round was made public. */
export async function hasPublishedRound(db: Kysely<Database>, noticeId: string): Promise<boolean> {
	const row = await db
		.selectFrom('rounds')
		.select('id')
		.where('notice_id', '=', noticeId)
		.where('published_at', 'is not', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
