import type { Kysely } from 'kysely';
import * as allocation from '$lib/server/allocation/rights/service';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { countEntries, listOwnIds } from './count-repository';
import type { Section } from './kept-of-person';

/** The table of which each row is a line of a part of the file. Invitations are found by a key, and the log by records. */
const tableOf = {
	account: 'accounts',
	sessions: 'sessions',
	identities: 'identities',
	links: 'account_tokens',
	asked: 'account_requests',
	followed: 'notice_followers',
	mails: 'outbox',
	person: 'persons',
	readings: 'readings',
	documents: 'documents',
	messages: 'messages',
	mandates: 'mandates',
	deskRecords: 'desk_records',
	drafts: 'application_drafts',
	requests: 'applications',
	offers: 'offers',
	homeSearches: 'tenant_requests',
	listings: 'listings',
	tenancies: 'tenancies'
} as const satisfies Readonly<Record<Exclude<Section, 'invitations' | 'log'>, keyof Database>>;

/** The records that the log names by their ids. */
const recorded = [
	'persons',
	'documents',
	'messages',
	'mandates',
	'desk_records',
	'applications',
	'offers',
	'tenant_requests',
	'listings',
	'listing_proposals',
	'tenancies'
] as const;

/**
 * How many lines each part of the file of everything has, for the pages that explain it: ids are read, and nothing is
 * opened. Null where the account was erased meanwhile.
 */
export async function countEverything(db: Kysely<Database>, by: Actor): Promise<Record<Section, number> | null> {
	const account = await findAccount(db, by.id);
	if (!account) return null;
	const ids = await listOwnIds(db, [...new Set([...Object.values(tableOf), ...recorded])], account);
	const parts = Object.entries(tableOf).map(([section, table]) => [section, ids.get(table)!.length]);
	const records = recorded.flatMap((table) => ids.get(table)!);
	return {
		...(Object.fromEntries(parts) as Record<keyof typeof tableOf, number>),
		invitations: (await allocation.exportOf(db, by.id)).invitations.length,
		log: await countEntries(db, by.id, records)
	};
}
