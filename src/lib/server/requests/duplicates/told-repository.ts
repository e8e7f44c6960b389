import { sql, type Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Up to `limit` requests after an id, ended ones too: whose they are, and what they declare. */
export const listRequestsAfter = (db: Kysely<Database>, after: string, limit: number) =>
	db
		.selectFrom('applications')
		.select(['id', 'account_id as accountId', 'facts', 'ended_at as endedAt'])
		.where('id', '>', after)
		.orderBy('id')
		.limit(limit)
		.execute();

/** The own persons of accounts, with their keys. */
export async function keysOfAccounts(db: Kysely<Database>, accountIds: readonly string[]) {
	if (accountIds.length === 0) return [];
	return db
		.selectFrom('persons')
		.select(['id', 'account_id as accountId', 'match_keys as keys'])
		.where('account_id', 'in', accountIds)
		.execute();
}

/** The persons told in requests, with their keys. */
export async function keysOfRequests(db: Kysely<Database>, requestIds: readonly string[]) {
	if (requestIds.length === 0) return [];
	return db
		.selectFrom('household_persons')
		.innerJoin('persons', 'persons.id', 'household_persons.person_id')
		.select(['household_persons.request_id as requestId', 'household_persons.member'])
		.select(['persons.id', 'persons.match_keys as keys'])
		.where('household_persons.request_id', 'in', requestIds)
		.execute();
}

/** Up to `limit` people of decided clusters after one of them. */
export const listDecidedAfter = (
	db: Kysely<Database>,
	after: { readonly id: string; readonly personId: string },
	limit: number
) =>
	db
		.selectFrom('duplicate_persons')
		.innerJoin('duplicate_clusters', 'duplicate_clusters.id', 'cluster_id')
		.select(['cluster_id as id', 'outcome', 'person_id as personId'])
		.where('outcome', 'is not', null)
		.where(({ eb, refTuple, tuple }) => eb(refTuple('cluster_id', 'person_id'), '>', tuple(after.id, after.personId)))
		.orderBy('cluster_id')
		.orderBy('person_id')
		.limit(limit)
		.execute();

/**
 * Says, without reading any person, whether clusters may have changed. `outside`: moved by each request that is sent or ended, each
 * person who is saved or given keys, and each decision. `found`: how many clusters wait.
 */
export async function readStamp(db: Kysely<Database>): Promise<{ readonly outside: string; readonly found: string }> {
	const outside = await sql`select
		(select max(id) from application_events) as requests,
		(select max(updated_at) from persons) as persons,
		(select count(*) from (select id from persons where names_indexed = 0 limit 1) as waiting) as waiting,
		(select count(*) from duplicate_clusters where outcome is not null) as decided`.execute(db);
	const found = await sql`select count(*) from duplicate_clusters where outcome is null`.execute(db);
	return { outside: JSON.stringify(outside.rows[0]), found: JSON.stringify(found.rows[0]) };
}
