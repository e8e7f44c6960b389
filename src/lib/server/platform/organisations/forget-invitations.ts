import type { Transaction } from 'kysely';
import { machineTime } from '$lib/server/clock';
import type { Database } from '$lib/server/schema';
import { deleteInvitations } from './helper-repository';

/** The page of the organisation shows for so many days that a link ended. An example value. */
const DAYS_SHOWN = 30;
const DAY = 86_400_000;

/** Forgets the names and addresses of invited helpers a month after their link ended. */
export const forgetInvitations = (trx: Transaction<Database>): Promise<void> =>
	deleteInvitations(trx, new Date(Date.parse(machineTime()) - DAYS_SHOWN * DAY).toISOString());
