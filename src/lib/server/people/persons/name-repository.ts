import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { StoredPerson } from './repository';

/** Replaces the tokens of a person, and marks the person as indexed. */
export async function replaceTokens(trx: Transaction<Database>, personId: string, tokens: readonly string[]) {
	await trx.deleteFrom('name_tokens').where('person_id', '=', personId).execute();
	const rows = tokens.map((token) => ({ token, person_id: personId }));
	if (rows.length > 0) await trx.insertInto('name_tokens').values(rows).execute();
	await trx.updateTable('persons').set({ names_indexed: 1 }).where('id', '=', personId).execute();
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
