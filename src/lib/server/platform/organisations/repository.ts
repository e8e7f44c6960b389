import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

const PRIVATE_OWNERS = 'private-landlords';

/** The id of the organisation that stands for all private landlords in the register, made at its first use. */
export async function privateOwners(trx: Transaction<Database>, now: string): Promise<string> {
	await trx
		.insertInto('organisations')
		.values({ id: PRIVATE_OWNERS, kind: 'owner', name: 'Proprietari privati', created_at: now })
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
	return PRIVATE_OWNERS;
}

export async function listOrganisations(db: Kysely<Database>): Promise<{ id: string; name: string; kind: string }[]> {
	return db.selectFrom('organisations').select(['id', 'name', 'kind']).orderBy('name').execute();
}
