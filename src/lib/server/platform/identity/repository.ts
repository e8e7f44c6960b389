import { createHmac, hkdfSync } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { config } from '$lib/server/config';
import type { Database } from '$lib/server/schema';
import type { IdentitiesTable } from './table';

/** An identity as stored: the claims stay sealed. */
export type StoredIdentity = {
	readonly id: string;
	readonly accountId: string;
	readonly issuer: string;
	readonly dataKeyId: string;
	readonly claimsSealed: string;
	readonly linkedAt: string;
};

/** The keyed hash by which an identity is found; the gateway's name of a person may be the tax code itself. */
export function subjectHash(subject: string): string {
	const key = Buffer.from(hkdfSync('sha256', config().masterKey, '', 'identities.subject_hash', 32));
	return createHmac('sha256', key).update(subject).digest('hex');
}

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('identities')
		.select(['id', 'account_id as accountId', 'issuer', 'data_key_id as dataKeyId'])
		.select(['claims_sealed as claimsSealed', 'linked_at as linkedAt']);

export const findIdentity = (
	db: Kysely<Database>,
	{ issuer, subject }: { readonly issuer: string; readonly subject: string }
): Promise<StoredIdentity | undefined> =>
	select(db).where('issuer', '=', issuer).where('subject_hash', '=', subjectHash(subject)).executeTakeFirst();

export const listIdentitiesOf = (db: Kysely<Database>, accountId: string): Promise<StoredIdentity[]> =>
	select(db).where('account_id', '=', accountId).orderBy('linked_at').orderBy('id').execute();

/** Whether the identity is new: the unique index keeps a second account from having it. */
export async function insertIdentity(trx: Transaction<Database>, row: IdentitiesTable): Promise<boolean> {
	const made = trx
		.insertInto('identities')
		.values(row)
		.onConflict((clash) => clash.columns(['issuer', 'subject_hash']).doNothing());
	return (await made.returning('id').execute()).length === 1;
}

export async function updateClaims(trx: Transaction<Database>, id: string, claimsSealed: string): Promise<void> {
	await trx.updateTable('identities').set({ claims_sealed: claimsSealed }).where('id', '=', id).execute();
}

export async function deleteIdentity(trx: Transaction<Database>, accountId: string, id: string): Promise<boolean> {
	const gone = trx.deleteFrom('identities').where('account_id', '=', accountId).where('id', '=', id);
	return (await gone.returning('id').execute()).length === 1;
}

/** Deletes the public identities that open an account: each may open another one later. */
export async function deleteIdentitiesOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	await trx.deleteFrom('identities').where('account_id', '=', accountId).execute();
}
