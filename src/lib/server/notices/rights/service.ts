import type { Kysely, Transaction } from 'kysely';
import { deleteFollowersOf, listFollowedBy } from '$lib/server/notices/followers/repository';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Database } from '$lib/server/schema';

/** The notices whose news were asked for with the address of an account. */
export async function exportOf(db: Kysely<Database>, accountId: string) {
	const account = await findAccount(db, accountId);
	return { followed: account ? await listFollowedBy(db, account.email) : [] };
}

export async function eraseOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	const account = await findAccount(trx, accountId);
	if (account) await deleteFollowersOf(trx, account.email);
}
