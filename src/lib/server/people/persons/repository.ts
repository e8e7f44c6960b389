import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { changeAt } from '$lib/server/platform/db/at-revision';
import type { Database } from '$lib/server/schema';
import type { PersonsTable } from './table';

/** A person as stored: the facts stay sealed. */
export type StoredPerson = {
	readonly id: string;
	readonly dataKeyId: string;
	readonly factsSealed: string;
	readonly revision: number;
	readonly updatedAt: Instant;
};

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('persons')
		.select(['id', 'revision', 'data_key_id as dataKeyId'])
		.select(['facts_sealed as factsSealed', 'updated_at as updatedAt']);

export const findOfAccount = (db: Kysely<Database>, accountId: string): Promise<StoredPerson | undefined> =>
	select(db).where('account_id', '=', accountId).executeTakeFirst();

/** The persons of accounts, by account. */
export async function listOfAccounts(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, StoredPerson>> {
	const rows = ids.length === 0 ? [] : await select(db).select('account_id').where('account_id', 'in', ids).execute();
	return new Map(rows.map(({ account_id, ...person }) => [account_id!, person]));
}

/** The keyed hashes of the tax codes of accounts, by account; an account without a code is left out. */
export async function taxCodesOfAccounts(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('persons')
		.select(['account_id', 'tax_code_hash'])
		.where('account_id', 'in', ids)
		.where('tax_code_hash', 'is not', null)
		.execute();
	return new Map(rows.map(({ account_id, tax_code_hash }) => [account_id!, tax_code_hash!]));
}

export async function findPersons(db: Kysely<Database>, ids: readonly string[]): Promise<StoredPerson[]> {
	return ids.length === 0 ? [] : select(db).where('id', 'in', ids).execute();
}

export async function deletePersons(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await trx.deleteFrom('persons').where('id', 'in', ids).execute();
}

/** The unique index refuses a second person of one account. */
export async function insertPerson(trx: Transaction<Database>, row: Insertable<PersonsTable>): Promise<void> {
	await trx.insertInto('persons').values(row).execute();
}

type Changed = Pick<PersonsTable, 'facts_sealed' | 'tax_code_hash' | 'updated_at'>;

/** Changes a person that is still at `revision`; answers whether it did. */
export const updatePerson = (
	trx: Transaction<Database>,
	seen: Pick<StoredPerson, 'id' | 'revision'>,
	changed: Changed
): Promise<boolean> => changeAt(trx.updateTable('persons').set(changed), seen);
