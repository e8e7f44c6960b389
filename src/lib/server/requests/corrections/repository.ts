import type { Insertable, Kysely, Transaction } from 'kysely';
import type { ContestOutcome } from '$lib/domain/rounds/contest';
import type { Database } from '$lib/server/schema';

/** Inserts a contest; false where it is there already. */
export async function insertContest(trx: Transaction<Database>, row: Insertable<Database['contests']>) {
	const inserted = await trx
		.insertInto('contests')
		.values(row)
		.onConflict((was) => was.column('id').doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted !== undefined;
}

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('contests')
		.leftJoin('accounts', 'accounts.id', 'contests.decided_by')
		.select(['contests.id', 'application_id as requestId', 'account_id as accountId', 'at', 'outcome'])
		.select(['content_sealed as contentSealed', 'decision_sealed as decisionSealed'])
		.select(['decided_by as deciderId', 'decided_at as decidedAt', 'accounts.name as deciderName']);

/** The contests of a request, the oldest first; still sealed. */
export async function listContests(db: Kysely<Database>, requestId: string) {
	return select(db).where('application_id', '=', requestId).orderBy('at').orderBy('contests.id').execute();
}

/** How many contests of a notice wait for their decision. */
export async function countOpenContests(db: Kysely<Database>, noticeId: string): Promise<number> {
	const { count } = await db
		.selectFrom('contests')
		.innerJoin('applications', 'applications.id', 'contests.application_id')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('contests.notice_id', '=', noticeId)
		.where('contests.outcome', 'is', null)
		.where('applications.ended_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** Decides a contest that waits; answers whether this call did. */
export async function setDecided(
	trx: Transaction<Database>,
	id: string,
	decided: { readonly outcome: ContestOutcome; readonly sealed: string; readonly by: string; readonly at: string }
): Promise<boolean> {
	const rows = await trx
		.updateTable('contests')
		.set({ outcome: decided.outcome, decision_sealed: decided.sealed, decided_by: decided.by, decided_at: decided.at })
		.where('id', '=', id)
		.where('outcome', 'is', null)
		.returning('id')
		.execute();
	return rows.length === 1;
}

/** The same words, sealed with another key. */
export async function setSealed(
	trx: Transaction<Database>,
	id: string,
	sealed: { readonly content_sealed: string; readonly decision_sealed: string | null }
): Promise<void> {
	await trx.updateTable('contests').set(sealed).where('id', '=', id).execute();
}
