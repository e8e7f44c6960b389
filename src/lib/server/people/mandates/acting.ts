import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Act, Procedure } from '$lib/domain/mandates/acts';
import { mayAct, type MayAct } from '$lib/domain/mandates/may-act';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { isHelper } from './propose';
import { findMandate, type StoredMandate } from './repository';

type Which = { readonly mandateId: string; readonly procedure: Procedure; readonly act: Act };

/** What a helper may do now under a mandate; undefined where it is no mandate of the helper's organisation. */
export type Acting = MayAct & { readonly mandate: StoredMandate };

/** Asked inside the transaction of an act, so that a revocation counts from its own instant. */
export async function askMandate(
	db: Kysely<Database>,
	{ mandateId, procedure, act }: Which,
	by: Actor,
	now: Instant
): Promise<Acting | undefined> {
	if (!isHelper(by)) return undefined;
	const mandate = await findMandate(db, mandateId);
	if (mandate?.organisationId !== by.organisationId) return undefined;
	return { ...mayAct(mandate, procedure, act, now), mandate };
}

/** The person of a mandate as the one in whose place a helper acts. Only after `askMandate` allowed the act. */
export const inPlaceOf = ({ id, accountId, accountName }: StoredMandate, by: Actor): Actor => ({
	...{ id: accountId!, role: 'applicant', name: accountName ?? '', organisationId: null, demo: by.demo },
	helper: { id: by.id, mandateId: id }
});
