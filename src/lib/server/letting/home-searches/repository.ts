import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { liveHolds } from '$lib/server/letting/proposals/hold-repository';
import type { TenantRequest } from './home-search';
import { storedFacts } from './stored-facts';

const requestOf = (row: Selectable<Database['tenant_requests']>): TenantRequest => ({
	id: row.id,
	accountId: row.account_id,
	pseudonym: row.pseudonym,
	facts: storedFacts(row.facts),
	needsSealed: row.needs_sealed,
	dataKeyId: row.data_key_id,
	submittedAt: row.submitted_at,
	endedAt: row.ended_at,
	synthetic: row.synthetic === 1
});

export async function insertRequest(
	trx: Transaction<Database>,
	row: Insertable<Database['tenant_requests']>
): Promise<void> {
	await trx.insertInto('tenant_requests').values(row).execute();
}

/** The one request of an account that has not ended. */
export async function findLiveRequest(db: Kysely<Database>, accountId: string): Promise<TenantRequest | undefined> {
	const row = await db
		.selectFrom('tenant_requests')
		.selectAll()
		.where('account_id', '=', accountId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return row && requestOf(row);
}

/** Requests by id, ended ones too. */
export async function listRequests(db: Kysely<Database>, ids: readonly string[]): Promise<TenantRequest[]> {
	if (ids.length === 0) return [];
	const rows = await db.selectFrom('tenant_requests').selectAll().where('id', 'in', ids).execute();
	return rows.map(requestOf);
}

/** Households that look for a home and hold none at `now`. */
export async function listSeeking(db: Kysely<Database>, now: Instant): Promise<TenantRequest[]> {
	const rows = await db
		.selectFrom('tenant_requests')
		.selectAll()
		.where('ended_at', 'is', null)
		.where('id', 'not in', liveHolds(db, now).select('tenant_request_id'))
		.orderBy('id')
		.execute();
	return rows.map(requestOf);
}

export async function endRequest(trx: Transaction<Database>, id: string, now: string): Promise<void> {
	await trx.updateTable('tenant_requests').set({ ended_at: now }).where('id', '=', id).execute();
}
