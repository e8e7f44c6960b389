import type { Kysely } from 'kysely';
import { householdToken } from '$lib/server/allocation/invitations/household-token';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { listInvitations } from './repository';

/** The accessible homes that the household of an account was told of: only the account's key finds them. */
export async function exportOf(db: Kysely<Database>, accountId: string) {
	const keyId = (await findAccount(db, accountId))?.dataKeyId;
	const key = keyId && (await openDataKeys(db, [keyId])).get(keyId);
	return { invitations: key ? await listInvitations(db, householdToken(key, { id: '', accountId })) : [] };
}
