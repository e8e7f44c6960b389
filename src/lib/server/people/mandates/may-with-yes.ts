import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { askMandate } from './acting';
import { helperOf, type OwnAct } from './may-do';

/** The helper who acts and the mandate, where it covers the act with the person's own yes; undefined elsewhere. */
export async function mayWithYes(db: Kysely<Database>, own: OwnAct, by: Actor, now: Instant) {
	const account = await helperOf(db, by);
	if (!by.helper || !account) return undefined;
	const { procedure, act } = own;
	const { mandateId } = by.helper;
	const asked = await askMandate(db, { mandateId, procedure, act }, account, now);
	const may = asked?.may === 'with-consent' && asked.mandate.accountId === by.id;
	return may ? { account, mandateId } : undefined;
}
