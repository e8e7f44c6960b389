import type { Insertable, Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { NoticeChange, NoticeEnd, NoticeTexts } from '$lib/domain/notice/notice-change';
import type { DatabaseKind } from '$lib/server/platform/db/database';
import { stored } from '$lib/server/platform/db/stored';
import type { Database } from '$lib/server/schema';
import type { NoticeChangesTable } from './table';

const storedEnd = stored<NoticeEnd>(
	'the end of a notice',
	z.object({ closesAt: z.string(), beaconSource: z.string(), beaconRound: z.number().nullable() })
);
const storedTexts = stored<NoticeTexts>(
	'the texts of a notice',
	z.object({ titleIt: z.string(), titleEn: z.string(), summaryIt: z.string(), summaryEn: z.string() })
);

type Stored = Pick<NoticeChangesTable, 'kind' | 'before' | 'after'>;

const changeOf = ({ kind, before, after }: Stored): NoticeChange =>
	kind === 'extension'
		? { kind, before: storedEnd(before), after: storedEnd(after) }
		: { kind, before: storedTexts(before), after: storedTexts(after) };

const withPersons = (db: Kysely<Database>) =>
	db
		.selectFrom('notice_changes as change')
		.innerJoin('accounts as first', 'first.id', 'change.proposed_by')
		.leftJoin('accounts as second', 'second.id', 'change.closed_by')
		.select(['change.id', 'change.notice_id as noticeId', 'change.kind', 'change.before', 'change.after'])
		.select(['change.reason', 'change.outcome', 'change.proposed_by as proposedBy', 'change.proposed_at as proposedAt'])
		.select(['change.closed_by as closedBy', 'change.closed_at as closedAt'])
		.select(['first.name as proposer', 'second.name as closer']);

export type ChangeRow = Awaited<ReturnType<typeof listChanges>>[number];

/** The changes of a notice with the persons who acted, the newest first. */
export async function listChanges(db: Kysely<Database>, noticeId: string) {
	const rows = await withPersons(db)
		.where('change.notice_id', '=', noticeId)
		.orderBy('change.proposed_at', 'desc')
		.orderBy('change.id', 'desc')
		.execute();
	return rows.map(({ kind, before, after, ...row }) => ({ ...row, change: changeOf({ kind, before, after }) }));
}

export async function insertChange(trx: Transaction<Database>, row: Insertable<NoticeChangesTable>): Promise<void> {
	await trx.insertInto('notice_changes').values(row).execute();
}

/** Writes how a change ended that waited; answers whether this call did. */
export async function closeChange(
	trx: Transaction<Database>,
	id: string,
	closed: { readonly outcome: 'confirmed' | 'dropped'; readonly by: string; readonly at: string }
): Promise<boolean> {
	const done = await trx
		.updateTable('notice_changes')
		.set({ outcome: closed.outcome, closed_by: closed.by, closed_at: closed.at })
		.where('id', '=', id)
		.where('outcome', 'is', null)
		.returning('id')
		.execute();
	return done.length === 1;
}

/** Whether the receipts of a notice are sealed: its requests are counted, so it takes no more. */
export async function isSealed(db: Kysely<Database>, noticeId: string): Promise<boolean> {
	const sealed = db.selectFrom('notice_receipts').select('notice_id').where('notice_id', '=', noticeId);
	return (await sealed.executeTakeFirst()) !== undefined;
}

/** A confirmed change whose households are not all told; the oldest first. */
export async function nextUntold(db: Kysely<Database>) {
	return db
		.selectFrom('notice_changes')
		.select('id')
		.where('outcome', '=', 'confirmed')
		.where('told_at', 'is', null)
		.orderBy('closed_at')
		.limit(1)
		.executeTakeFirst();
}

/** The change, locked until the transaction ends; undefined when all are told of it, or another process is telling them. */
export async function lockUntold(trx: Transaction<Database>, kind: DatabaseKind, id: string) {
	const untold = trx
		.selectFrom('notice_changes')
		.select(['notice_id as noticeId', 'kind', 'reason', 'told_up_to as toldUpTo'])
		.where('id', '=', id)
		.where('told_at', 'is', null);
	return (kind === 'postgres' ? untold.forUpdate().skipLocked() : untold).executeTakeFirst();
}

/** Writes how far the messages are. */
export async function markTold(
	trx: Transaction<Database>,
	id: string,
	{ upTo, at }: { readonly upTo: string | null; readonly at: string | null }
): Promise<void> {
	await trx.updateTable('notice_changes').set({ told_up_to: upTo, told_at: at }).where('id', '=', id).execute();
}

/** The changes that wait for their second person, with their notices. */
export async function listWaitingChanges(db: Kysely<Database>) {
	return db
		.selectFrom('notice_changes as change')
		.innerJoin('notices', 'notices.id', 'change.notice_id')
		.select(['change.notice_id as noticeId', 'change.kind', 'change.proposed_by as proposedBy'])
		.select(['change.proposed_at as proposedAt', 'notices.closes_at as closesAt'])
		.select(['notices.title_it as titleIt', 'notices.title_en as titleEn'])
		.where('change.outcome', 'is', null)
		.execute();
}
