import type { Transaction } from 'kysely';
import { machineTime } from '$lib/server/clock';
import type { Database } from '$lib/server/schema';
import { askedBy } from './follow';
import { deleteOldFollowers } from './repository';

const DAY = 86_400_000;
/** A notice without news for so long has none to come: its offers are over. The choice of the agency. */
const QUIET_DAYS = 365;

/** Forgets addresses whose owner never said yes, and those of notices that have had no news for a year. */
export const forgetFollowers = (trx: Transaction<Database>): Promise<void> =>
	deleteOldFollowers(trx, {
		askedBy: askedBy(),
		toldBy: new Date(Date.parse(machineTime()) - QUIET_DAYS * DAY).toISOString()
	});
