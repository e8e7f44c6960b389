import type { Transaction } from 'kysely';
import { addDays, dayOf, endOfDay } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { deleteKeys } from '$lib/server/platform/secrets/repository';
import type { Database } from '$lib/server/schema';
import { deleteMandates } from './erase-repository';
import { listForgotten } from './repository';

/** The desk shows for so many days that nobody answered. An example value. */
const DAYS_SHOWN = 30;
/** The most proposals that a turn forgets; the next turn goes on. */
const BATCH = 200;

/**
 * Forgets proposals to which nobody said yes, with the name and the address that were typed and the key that sealed them. A
 * proposal to a person who has an account goes with the account. Returns how many this call forgot.
 */
export async function forgetProposals(trx: Transaction<Database>, now: Instant): Promise<number> {
	const before = endOfDay(addDays(dayOf(now), -DAYS_SHOWN));
	const gone = await listForgotten(trx, before, BATCH);
	await deleteMandates(
		trx,
		gone.map(({ id }) => id)
	);
	await deleteKeys(
		trx,
		gone.map(({ dataKeyId }) => dataKeyId)
	);
	return gone.length;
}
