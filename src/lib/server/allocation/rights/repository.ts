import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The homes that a household was told of. */
export async function listInvitations(db: Kysely<Database>, household: string) {
	return db
		.selectFrom('invitations')
		.innerJoin('notices', 'notices.id', 'invitations.notice_id')
		.innerJoin('dwellings', 'dwellings.id', 'invitations.dwelling_id')
		.select(['notices.code as notice', 'dwellings.code as dwelling', 'invitations.at'])
		.where('invitations.household', '=', household)
		.orderBy('invitations.at')
		.execute();
}
