import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { listErased } from '$lib/server/platform/accounts/repository';
import { deleteRecoveryCodes } from '$lib/server/platform/auth/repository';
import { deleteIdentitiesOf } from '$lib/server/platform/identity/repository';
import type { Database } from '$lib/server/schema';
import { eraseRowsOf } from './erase-service';

/**
 * Deletes what a backup of before an erasure brings back of that person. The keys of after it open nothing that is sealed; but
 * what a search says in plain figures would be back, and a public identity that still leads to the empty account could never
 * be linked to another one.
 */
export async function eraseRestored(trx: Transaction<Database>, now: Instant): Promise<void> {
	for (const id of await listErased(trx)) {
		await eraseRowsOf(trx, id, now);
		await deleteIdentitiesOf(trx, id);
		await deleteRecoveryCodes(trx, id);
	}
}
