import type { Transaction } from 'kysely';
import { addDays, dayOf, endOfDay } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { closeOnce } from '$lib/server/platform/accounts/repository';
import { system } from '$lib/server/platform/auth/actor';
import * as platform from '$lib/server/platform/rights/service';
import type { Database } from '$lib/server/schema';
import { listEmptyAccounts } from './empty-accounts-repository';
import { eraseRowsOf } from './erase-service';

/** As long as the desk shows that nobody answered (server/people/mandates/forget-proposals.ts). An example value. */
const DAYS_SHOWN = 30;
/** The most accounts of a turn; the next turn goes on. */
const BATCH = 50;

/**
 * Erases accounts that a proposal of a mandate made for a person without an address, where nobody said yes and nothing was ever kept:
 * the name that a helper typed goes with its key (adr 45). Answers how many this call erased.
 */
export async function forgetEmptyAccounts(trx: Transaction<Database>, now: Instant): Promise<number> {
	const before = endOfDay(addDays(dayOf(now), -DAYS_SHOWN));
	let erased = 0;
	for (const id of await listEmptyAccounts(trx, before, BATCH)) {
		if (!(await closeOnce(trx, id, now))) continue;
		await eraseRowsOf(trx, id, now);
		await platform.eraseOf(trx, id, system, now);
		erased += 1;
	}
	return erased;
}
