import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { PersonNames } from '$lib/domain/person/person';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { indexNames } from './name-index';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { deletePersons, findPersons, insertPerson, updatePerson } from './repository';
import { openNames, sealPerson } from './stored-facts';
import { taxCodeHash } from './tax-code';

/**
 * Saves a member of the teller's household, who has no account: sealed with the key of the teller, and erased with it.
 * `id`: the person as saved before, or null for a new one. Answers the id.
 */
export async function savePersonTold(
	trx: Transaction<Database>,
	{ id: before, names }: { readonly id: string | null; readonly names: PersonNames },
	by: Actor,
	now: Instant
): Promise<string> {
	const { id: keyId, key } = await personKey(trx, by.id, now);
	const id = before ?? newId();
	const changed = {
		facts_sealed: sealPerson(key, id, names),
		tax_code_hash: taxCodeHash(names.taxCode),
		updated_at: now
	};
	const [stored] = before ? await findPersons(trx, [before]) : [];
	if (stored) await updatePerson(trx, stored, changed);
	else {
		const about = { id, account_id: null, data_key_id: keyId, revision: 0, created_at: now };
		await insertPerson(trx, { ...about, ...changed, synthetic: by.demo ? 1 : 0 });
	}
	await indexNames(trx, id, names);
	return id;
}

/** The names of members by the ids of their persons; a person whose key was destroyed is left out. */
export async function readPersonsTold(
	db: Kysely<Database>,
	ids: readonly string[]
): Promise<ReadonlyMap<string, PersonNames>> {
	const rows = await findPersons(db, ids);
	const keys = await openDataKeys(db, [...new Set(rows.map(({ dataKeyId }) => dataKeyId))]);
	const read = rows.flatMap(({ id, dataKeyId, factsSealed }) => {
		const key = keys.get(dataKeyId);
		return key ? [[id, openNames(key, id, factsSealed)] as const] : [];
	});
	return new Map(read);
}

/** Deletes members who are in no household any more. */
export const forgetPersonsTold = (trx: Transaction<Database>, ids: readonly string[]): Promise<void> =>
	deletePersons(trx, ids);
