import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import { changeAt } from '$lib/server/platform/db/at-revision';
import type { Database } from '$lib/server/schema';
import type { DocumentsTable } from './table';

/** A document as stored: what it is stays sealed. */
export type StoredDocument = {
	readonly id: string;
	readonly dataKeyId: string;
	readonly uploadId: string;
	readonly factsSealed: string;
	readonly replacedBy: string | null;
	readonly revision: number;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
};

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('documents')
		.select(['id', 'revision', 'data_key_id as dataKeyId', 'upload_id as uploadId', 'facts_sealed as factsSealed'])
		.select(['replaced_by as replacedBy', 'created_at as createdAt', 'updated_at as updatedAt']);

/** The documents of an account, the newest first. */
export const listOfAccount = (db: Kysely<Database>, accountId: string): Promise<StoredDocument[]> =>
	select(db).where('account_id', '=', accountId).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();

export const findOfAccount = (
	db: Kysely<Database>,
	id: string,
	accountId: string
): Promise<StoredDocument | undefined> =>
	select(db).where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst();

export async function isTaken(db: Kysely<Database>, id: string): Promise<boolean> {
	return (await db.selectFrom('documents').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function insertDocument(trx: Transaction<Database>, row: Insertable<DocumentsTable>): Promise<void> {
	await trx.insertInto('documents').values(row).execute();
}

/** Marks a document of the account as replaced, unless another has replaced it already; answers whether it did. */
export async function markReplaced(
	trx: Transaction<Database>,
	{ id, by, accountId }: { id: string; by: string; accountId: string }
): Promise<boolean> {
	const done = await trx
		.updateTable('documents')
		.set({ replaced_by: by })
		.where('id', '=', id)
		.where('account_id', '=', accountId)
		.where('replaced_by', 'is', null)
		.returning('id')
		.execute();
	return done.length === 1;
}

/** Changes a document that is still at `revision`; answers whether it did. */
export const updateFacts = (
	trx: Transaction<Database>,
	seen: Pick<StoredDocument, 'id' | 'revision'>,
	changed: Pick<DocumentsTable, 'facts_sealed' | 'warn_on' | 'updated_at'>
): Promise<boolean> => changeAt(trx.updateTable('documents').set(changed), seen);

/** Deletes a document. What it had replaced counts again. */
export async function deleteDocument(trx: Transaction<Database>, id: string): Promise<void> {
	await trx.updateTable('documents').set({ replaced_by: null }).where('replaced_by', '=', id).execute();
	await trx.deleteFrom('documents').where('id', '=', id).execute();
}

/** Documents, not replaced, whose person is to be told on or before `today` that they end. */
export const listToWarn = (db: Kysely<Database>, today: Day, limit: number) =>
	db
		.selectFrom('documents')
		.select(['id', 'account_id as accountId', 'data_key_id as dataKeyId', 'facts_sealed as factsSealed'])
		.select((eb) => eb.ref('warn_on').$notNull().as('warnOn'))
		.where('warn_on', '<=', today)
		.where('replaced_by', 'is', null)
		.orderBy('warn_on')
		.orderBy('id')
		.limit(limit)
		.execute();

/** Puts the next warning in place of the one that is due; answers whether it was still due. */
export async function setWarning(
	trx: Transaction<Database>,
	{ id, from, to }: { id: string; from: Day; to: Day | null }
): Promise<boolean> {
	const done = await trx
		.updateTable('documents')
		.set({ warn_on: to })
		.where('id', '=', id)
		.where('warn_on', '=', from)
		.returning('id')
		.execute();
	return done.length === 1;
}

/** Which of these uploads belong to a document. */
export async function knownUploads(db: Kysely<Database>, uploadIds: readonly string[]): Promise<Set<string>> {
	if (uploadIds.length === 0) return new Set();
	const rows = await db.selectFrom('documents').select('upload_id').where('upload_id', 'in', uploadIds).execute();
	return new Set(rows.map((row) => row.upload_id));
}
