import type { Kysely } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import type { Member } from '$lib/domain/household/fact-parts';
import type { Database } from '$lib/server/schema';
import { healthOf } from './reading-service';
import { findApplication, type Application } from './repository';

/** The household of a request, whose names are read apart. */
export type AskingHousehold = { readonly requestId: string; readonly members: readonly Member[] };

/** Whether a request tells of violence. Where its key is gone nobody can tell, so the household counts as protected. */
export async function tellsOfViolence(db: Kysely<Database>, application: Application): Promise<boolean> {
	const stored = await healthOf(db, application);
	return stored ? (readHealth(stored).emergency?.includes('violence') ?? false) : true;
}

/**
 * The account that sent a request, its household, and whether it tells of violence, so that only the safe contact may be used;
 * null for one without an account.
 */
export async function whoAsks(db: Kysely<Database>, applicationId: string) {
	const application = await findApplication(db, applicationId);
	if (!application?.accountId) return null;
	return {
		accountId: application.accountId,
		onlySafe: await tellsOfViolence(db, application),
		household: { requestId: application.id, members: application.household.members }
	};
}
