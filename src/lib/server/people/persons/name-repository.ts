import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { StoredPerson } from './repository';

export type TokensOfPerson = {
	readonly id: string;
	readonly tokens: readonly string[];
	/** Null where nothing of the person can be opened any more. */
	readonly keys: string | null;
};

/** Rows of one statement, whose values a database counts. */
const ROWS = 1_000;

/** Replaces the tokens and the keys of persons, and marks the persons as indexed. */
export async function replaceTokens(trx: Transaction<Database>, persons: readonly TokensOfPerson[]): Promise<void> {
	const ids = persons.map(({ id }) => id);
	if (ids.length === 0) return;
	await trx.deleteFrom('name_tokens').where('person_id', 'in', ids).execute();
	const rows = persons.flatMap(({ id, tokens }) => tokens.map((token) => ({ token, person_id: id })));
	for (let from = 0; from < rows.length; from += ROWS)
		await trx
			.insertInto('name_tokens')
			.values(rows.slice(from, from + ROWS))
			.execute();
	for (const { id, keys } of persons)
		await trx.updateTable('persons').set({ names_indexed: 1, match_keys: keys }).where('id', '=', id).execute();
}

/** The next persons without tokens. */
export async function listToIndex(db: Kysely<Database>, limit: number): Promise<StoredPerson[]> {
	return db
		.selectFrom('persons')
		.select(['id', 'revision', 'data_key_id as dataKeyId'])
		.select(['facts_sealed as factsSealed', 'updated_at as updatedAt'])
		.where('names_indexed', '=', 0)
		.orderBy('id')
		.limit(limit)
		.execute();
}

/** Up to `limit` persons with all these tokens; the first, the rarest, is looked up and the others are asked of each. */
export async function findWithTokens(
	db: Kysely<Database>,
	[first, ...others]: readonly string[],
	limit: number
): Promise<string[]> {
	let query = db.selectFrom('name_tokens as first').select('first.person_id as id').where('first.token', '=', first!);
	for (const token of others)
		query = query.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('name_tokens as other')
					.select('other.token')
					.where('other.token', '=', token)
					.whereRef('other.person_id', '=', 'first.person_id')
			)
		);
	const rows = await query.orderBy('first.person_id').limit(limit).execute();
	return rows.map(({ id }) => id);
}

/** The persons with this keyed hash of a tax code. */
export async function findByTaxCode(db: Kysely<Database>, hash: string, limit: number): Promise<string[]> {
	const rows = await db.selectFrom('persons').select('id').where('tax_code_hash', '=', hash).limit(limit).execute();
	return rows.map(({ id }) => id);
}
