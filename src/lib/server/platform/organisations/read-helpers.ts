import type { Kysely } from 'kysely';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findLedBy, listHelpers, listWaiting } from './helper-repository';

/** Whether an account leads its organisation, and so invites and removes its helpers. */
export const leadsOrganisation = async (db: Kysely<Database>, accountId: string): Promise<boolean> =>
	(await findLedBy(db, accountId)) !== undefined;

/** The helpers and the open invitations of the organisation that `by` leads; null for everybody else. */
export async function readHelpers(db: Kysely<Database>, by: Actor) {
	const organisation = await findLedBy(db, by.id);
	if (!organisation) return null;
	const helpers = (await listHelpers(db, organisation.id)).map((helper) => ({ ...helper, own: helper.id === by.id }));
	const waiting = await listWaiting(db, organisation.id);
	return {
		...{ organisation: organisation.name, helpers },
		invitations: waiting.map(({ id, name, email, endsAt, inviter }) => ({ id, name, email, endsAt, inviter }))
	};
}
