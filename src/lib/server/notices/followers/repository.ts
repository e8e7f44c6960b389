import type { Insertable, Kysely, Transaction } from 'kysely';
import type { DatabaseKind } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import type { NoticeFollowersTable } from './table';

export async function insertFollower(trx: Transaction<Database>, row: Insertable<NoticeFollowersTable>): Promise<void> {
	await trx.insertInto('notice_followers').values(row).execute();
}

/** How often an address was asked since `since` for a yes that it has not given. */
export async function countUnanswered(db: Kysely<Database>, email: string, since: string): Promise<number> {
	const { count } = await db
		.selectFrom('notice_followers')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('email', '=', email)
		.where('confirmed_at', 'is', null)
		.where('asked_at', '>', since)
		.executeTakeFirstOrThrow();
	return Number(count);
}

const columns = ['id', 'notice_id as noticeId', 'email', 'asked_at as askedAt', 'confirmed_at as confirmedAt'] as const;

export async function findFollower(db: Kysely<Database>, id: string) {
	return db.selectFrom('notice_followers').select(columns).where('id', '=', id).executeTakeFirst();
}

/** Whether an address follows a notice: its owner said yes by this link or by an earlier one. */
export async function follows(
	db: Kysely<Database>,
	{ noticeId, email }: { readonly noticeId: string; readonly email: string }
): Promise<boolean> {
	const found = await db
		.selectFrom('notice_followers')
		.select('id')
		.where('notice_id', '=', noticeId)
		.where('email', '=', email)
		.where('confirmed_at', 'is not', null)
		.executeTakeFirst();
	return found !== undefined;
}

/** Writes the yes; answers whether this call did. */
export async function confirmFollower(
	trx: Transaction<Database>,
	id: string,
	{ at, upTo }: { readonly at: string; readonly upTo: string }
): Promise<boolean> {
	const done = await trx
		.updateTable('notice_followers')
		.set({ confirmed_at: at, told_up_to: upTo })
		.where('id', '=', id)
		.where('confirmed_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return done !== undefined;
}

/** Answers whether the address had asked for anything. */
export async function deleteFollower(
	trx: Transaction<Database>,
	{ noticeId, email }: { readonly noticeId: string; readonly email: string }
): Promise<boolean> {
	const gone = await trx
		.deleteFrom('notice_followers')
		.where('notice_id', '=', noticeId)
		.where('email', '=', email)
		.returning('id')
		.execute();
	return gone.length > 0;
}

/** The notices that an address asked to follow, the oldest first. */
export async function listFollowedBy(db: Kysely<Database>, email: string) {
	return db
		.selectFrom('notice_followers')
		.innerJoin('notices', 'notices.id', 'notice_followers.notice_id')
		.select(['notices.code', 'asked_at as askedAt', 'confirmed_at as confirmedAt'])
		.where('email', '=', email)
		.orderBy('asked_at')
		.execute();
}

export async function deleteFollowersOf(trx: Transaction<Database>, email: string): Promise<void> {
	await trx.deleteFrom('notice_followers').where('email', '=', email).execute();
}

/** Addresses whose owner did not say yes by `askedBy`, and those that heard nothing since `toldBy`. */
export async function deleteOldFollowers(
	trx: Transaction<Database>,
	{ askedBy, toldBy }: { readonly askedBy: string; readonly toldBy: string }
): Promise<void> {
	await trx
		.deleteFrom('notice_followers')
		.where(({ and, or, eb }) =>
			or([
				and([eb('confirmed_at', 'is', null), eb('asked_at', '<=', askedBy)]),
				and([eb('told_up_to', '<=', toldBy), eb('confirmed_at', '<=', toldBy)])
			])
		)
		.execute();
}

/** The notices that somebody follows. */
export async function followedNotices(db: Kysely<Database>): Promise<string[]> {
	const rows = await db
		.selectFrom('notice_followers')
		.select('notice_id as noticeId')
		.distinct()
		.where('told_up_to', 'is not', null)
		.execute();
	return rows.map(({ noticeId }) => noticeId);
}

/** The next followers of a notice that were told of nothing since `before`, locked; those that another process tells are left to it. */
export async function lockUntold(
	trx: Transaction<Database>,
	kind: DatabaseKind,
	{ noticeId, before, limit }: { readonly noticeId: string; readonly before: string; readonly limit: number }
) {
	const untold = trx
		.selectFrom('notice_followers')
		.select(['id', 'email', 'locale', 'told_up_to as toldUpTo'])
		.where('notice_id', '=', noticeId)
		.where('told_up_to', '<', before)
		.orderBy('told_up_to')
		.orderBy('id')
		.limit(limit);
	const rows = await (kind === 'postgres' ? untold.forUpdate().skipLocked() : untold).execute();
	return rows.map(({ toldUpTo, ...row }) => ({ ...row, toldUpTo: toldUpTo! }));
}

export async function markTold(trx: Transaction<Database>, ids: readonly string[], upTo: string): Promise<void> {
	await trx.updateTable('notice_followers').set({ told_up_to: upTo }).where('id', 'in', ids).execute();
}
