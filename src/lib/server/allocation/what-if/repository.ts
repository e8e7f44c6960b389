import type { Insertable, Kysely, Transaction } from 'kysely';
import { deleteKeys } from '$lib/server/platform/secrets/repository';
import type { Database } from '$lib/server/schema';
import type { WhatIfsTable } from './table';

const shown = [
	'what_ifs.id',
	'what_ifs.notice_id as noticeId',
	'what_ifs.change',
	'what_ifs.asked_at as askedAt',
	'what_ifs.done',
	'what_ifs.of',
	'what_ifs.seen_at as seenAt',
	'what_ifs.cancelled_at as cancelledAt',
	'what_ifs.ended_at as endedAt',
	'what_ifs.problem',
	'accounts.name as askedBy'
] as const;

export async function insertWhatIf(trx: Transaction<Database>, row: Insertable<WhatIfsTable>): Promise<void> {
	await trx.insertInto('what_ifs').values(row).execute();
}

export async function listWhatIfs(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('what_ifs')
		.innerJoin('accounts', 'accounts.id', 'what_ifs.asked_by')
		.select(shown)
		.where('what_ifs.notice_id', '=', noticeId)
		.orderBy('what_ifs.asked_at', 'desc')
		.orderBy('what_ifs.id', 'desc')
		.execute();
}

export async function findWhatIf(db: Kysely<Database>, noticeId: string, id: string) {
	return db
		.selectFrom('what_ifs')
		.innerJoin('accounts', 'accounts.id', 'what_ifs.asked_by')
		.select([...shown, 'what_ifs.data_key_id as dataKeyId', 'what_ifs.report_sealed as reportSealed'])
		.where('what_ifs.notice_id', '=', noticeId)
		.where('what_ifs.id', '=', id)
		.executeTakeFirst();
}

/** Stores the progress. Returns false once the question was cancelled or is over, so that the work stops. */
export async function setProgress(trx: Transaction<Database>, id: string, done: number, at: string): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('what_ifs')
		.set({ done, seen_at: at })
		.where('id', '=', id)
		.where('cancelled_at', 'is', null)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export async function setCancelled(trx: Transaction<Database>, id: string, at: string): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('what_ifs')
		.set({ cancelled_at: at })
		.where('id', '=', id)
		.where('cancelled_at', 'is', null)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

type End = Pick<WhatIfsTable, 'ended_at'> & Partial<Pick<WhatIfsTable, 'problem' | 'data_key_id' | 'report_sealed'>>;

/** Writes the end, unless it was cancelled meanwhile. */
export async function setEnded(trx: Transaction<Database>, id: string, end: End): Promise<void> {
	await trx
		.updateTable('what_ifs')
		.set(end)
		.where('id', '=', id)
		.where('cancelled_at', 'is', null)
		.where('ended_at', 'is', null)
		.execute();
}

/** Removes these, with the keys that seal them. */
export async function deleteWhatIfs(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	const keys = await trx
		.selectFrom('what_ifs')
		.select('data_key_id as key')
		.where('id', 'in', ids)
		.where('data_key_id', 'is not', null)
		.execute();
	await trx.deleteFrom('what_ifs').where('id', 'in', ids).execute();
	await deleteKeys(
		trx,
		keys.flatMap(({ key }) => key ?? [])
	);
}
