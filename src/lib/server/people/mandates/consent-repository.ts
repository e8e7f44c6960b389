import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { ConsentAct } from '$lib/domain/mandates/consent';
import type { ConsentsTable } from './table';

export type StoredConsent = Readonly<{
	id: string;
	mandateId: string;
	act: ConsentAct;
	subjectId: string | null;
	codeHash: string | null;
	tries: number;
	askedAt: string;
	givenAt: string | null;
	way: ConsentsTable['way'];
}>;

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('consents')
		.select(['id', 'mandate_id as mandateId', 'act', 'subject_id as subjectId', 'code_hash as codeHash', 'tries'])
		.select(['asked_at as askedAt', 'given_at as givenAt', 'way']);

/** The newest yes that was asked for under a mandate, for an act and what it is about. */
export const findLastConsent = (
	db: Kysely<Database>,
	of: { readonly mandateId: string; readonly act: ConsentAct; readonly subjectId: string | null }
): Promise<StoredConsent | undefined> =>
	select(db)
		.where('mandate_id', '=', of.mandateId)
		.where('act', '=', of.act)
		.where('subject_id', of.subjectId === null ? 'is' : '=', of.subjectId)
		.orderBy('asked_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();

/** The yes that a person signed for an act and what it is about. */
export const findGivenOnPaper = (
	db: Kysely<Database>,
	of: { readonly mandateId: string; readonly act: ConsentAct; readonly subjectId: string }
): Promise<StoredConsent | undefined> =>
	select(db)
		.where('mandate_id', '=', of.mandateId)
		.where('act', '=', of.act)
		.where('subject_id', '=', of.subjectId)
		.where('way', '=', 'paper')
		.executeTakeFirst();

export const listConsents = (db: Kysely<Database>, mandateIds: readonly string[]): Promise<StoredConsent[]> =>
	mandateIds.length === 0
		? Promise.resolve([])
		: select(db).where('mandate_id', 'in', mandateIds).orderBy('asked_at').orderBy('id').execute();

export type GivenYes = Readonly<{
	id: string;
	act: ConsentAct;
	subjectId: string | null;
	givenAt: string;
	way: NonNullable<ConsentsTable['way']>;
	/** The helper who asked for it, or who uploaded the signed sheet, and the organisation. */
	helper: string;
	organisation: string;
	/** The signed sheet; null for another way, and where the person removed it. */
	documentId: string | null;
}>;

/** Each yes that a person gave under some mandates, newest first. */
export async function listGiven(db: Kysely<Database>, mandateIds: readonly string[]): Promise<GivenYes[]> {
	if (mandateIds.length === 0) return [];
	const rows = await db
		.selectFrom('consents')
		.innerJoin('mandates', 'mandates.id', 'consents.mandate_id')
		.innerJoin('organisations', 'organisations.id', 'mandates.organisation_id')
		.innerJoin('accounts', 'accounts.id', 'consents.asked_by')
		.leftJoin('documents', 'documents.id', 'consents.document_id')
		.select(['consents.id', 'act', 'subject_id as subjectId', 'given_at as givenAt', 'way'])
		.select(['accounts.name as helper', 'organisations.name as organisation', 'documents.id as documentId'])
		.where('consents.mandate_id', 'in', mandateIds)
		.where('given_at', 'is not', null)
		.orderBy('given_at', 'desc')
		.orderBy('consents.id', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, givenAt: row.givenAt!, way: row.way! }));
}

/** How many codes were asked for under a mandate since an instant. */
export async function countAsked(db: Kysely<Database>, mandateId: string, since: string): Promise<number> {
	const row = await db
		.selectFrom('consents')
		.select(({ fn }) => fn.countAll().as('asked'))
		.where('mandate_id', '=', mandateId)
		.where('code_hash', 'is not', null)
		.where('asked_at', '>', since)
		.executeTakeFirstOrThrow();
	return Number(row.asked);
}

export async function insertConsent(trx: Transaction<Database>, row: Insertable<ConsentsTable>): Promise<void> {
	await trx.insertInto('consents').values(row).execute();
}

export async function giveConsent(
	trx: Transaction<Database>,
	id: string,
	given: Pick<ConsentsTable, 'given_at' | 'way' | 'document_id'>
): Promise<void> {
	await trx.updateTable('consents').set(given).where('id', '=', id).execute();
}

/** Counts a wrong code. */
export async function countTry(trx: Transaction<Database>, id: string): Promise<void> {
	await trx
		.updateTable('consents')
		.set((eb) => ({ tries: eb('tries', '+', 1) }))
		.where('id', '=', id)
		.execute();
}
