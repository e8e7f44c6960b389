import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { AccountErased, holdAccount } from './hold-account';
import { claimDataKey, findAccount } from './repository';
import type { Database } from '$lib/server/schema';
import { createDataKey, openDataKeys, type DataKey } from '$lib/server/platform/secrets/data-key';

/** The data key of a person, made at first need: shredding it erases everything sealed for them. Throws AccountErased. */
export async function personKey(trx: Transaction<Database>, accountId: string, now: Instant): Promise<DataKey> {
	if (!(await holdAccount(trx, accountId))) throw new AccountErased();
	const account = await findAccount(trx, accountId);
	const id = account?.dataKeyId ?? (await claimDataKey(trx, accountId, (await createDataKey(trx, now)).id));
	const key = (await openDataKeys(trx, [id])).get(id);
	if (!key) throw new Error('The data key of this account was shredded: it can hold nothing more.');
	return { id, key };
}
