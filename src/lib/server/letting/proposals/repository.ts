import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Pair } from '$lib/domain/matching/terms';
import { releaseAt, type Proposal } from '$lib/domain/matching/proposal';
import type { Database } from '$lib/server/schema';

type Filter = {
	readonly id?: string;
	readonly listingId?: string;
	readonly requestId?: string;
	readonly landlordId?: string;
};

/** Proposals as they stand at `now`, the oldest first. */
export async function listProposals(db: Kysely<Database>, filter: Filter, now: Instant): Promise<Proposal[]> {
	let query = selectProposals(db);
	if (filter.id !== undefined) query = query.where('p.id', '=', filter.id);
	if (filter.listingId !== undefined) query = query.where('p.listing_id', '=', filter.listingId);
	if (filter.requestId !== undefined) query = query.where('p.tenant_request_id', '=', filter.requestId);
	if (filter.landlordId !== undefined) query = query.where('listings.account_id', '=', filter.landlordId);
	const rows = await query.execute();
	return rows.map(({ tenancyId, ...row }) => ({
		...row,
		...releaseAt(row, tenancyId !== null, now),
		synthetic: row.synthetic === 1
	}));
}

function selectProposals(db: Kysely<Database>) {
	return db
		.selectFrom('listing_proposals as p')
		.innerJoin('listings', 'listings.id', 'p.listing_id')
		.innerJoin('tenant_requests', 'tenant_requests.id', 'p.tenant_request_id')
		.leftJoin('tenancies', 'tenancies.proposal_id', 'p.id')
		.select([
			'p.id',
			'p.listing_id as listingId',
			'p.tenant_request_id as requestId',
			'p.proposed_at as proposedAt',
			'p.landlord_accepted_at as landlordAcceptedAt',
			'p.tenant_accepted_at as tenantAcceptedAt',
			'p.held_at as heldAt',
			'p.released_at as releasedAt',
			'p.released_by as releasedBy',
			'listings.account_id as landlordAccountId',
			'listings.dwelling_id as dwellingId',
			'tenant_requests.account_id as tenantAccountId',
			'tenant_requests.pseudonym',
			'tenant_requests.synthetic',
			'tenancies.id as tenancyId'
		])
		.orderBy('p.proposed_at')
		.orderBy('p.id');
}

export async function findProposal(db: Kysely<Database>, id: string, now: Instant): Promise<Proposal | undefined> {
	return (await listProposals(db, { id }, now))[0];
}

/** The proposal, taken for the rest of the transaction. */
export async function lockProposal(
	trx: Transaction<Database>,
	id: string,
	now: Instant
): Promise<Proposal | undefined> {
	await trx
		.updateTable('listing_proposals')
		.set((eb) => ({ proposed_at: eb.ref('proposed_at') }))
		.where('id', '=', id)
		.execute();
	return findProposal(trx, id, now);
}

export async function insertProposal(
	trx: Transaction<Database>,
	row: Insertable<Database['listing_proposals']>
): Promise<void> {
	await trx.insertInto('listing_proposals').values(row).execute();
}

/** Writes a yes, and the hold when it is the second one; the indexes let one hold a home and one a household win. */
export async function acceptProposal(
	trx: Transaction<Database>,
	id: string,
	side: 'landlord' | 'tenant',
	held: boolean,
	now: string
): Promise<void> {
	const yes = side === 'landlord' ? { landlord_accepted_at: now } : { tenant_accepted_at: now };
	await trx
		.updateTable('listing_proposals')
		.set(held ? { ...yes, held_at: now } : yes)
		.where('id', '=', id)
		.execute();
}

export async function releaseProposal(
	trx: Transaction<Database>,
	id: string,
	by: 'landlord' | 'tenant' | 'agency',
	now: string
): Promise<void> {
	await trx.updateTable('listing_proposals').set({ released_at: now, released_by: by }).where('id', '=', id).execute();
}

/** Whether this household was ever proposed for this home. The unique index allows it once. */
export async function wasProposed(db: Kysely<Database>, listingId: string, requestId: string): Promise<boolean> {
	const row = await db
		.selectFrom('listing_proposals')
		.select('id')
		.where('listing_id', '=', listingId)
		.where('tenant_request_id', '=', requestId)
		.executeTakeFirst();
	return row !== undefined;
}

/** Pairs that were proposed before. They are not suggested again. */
export async function listPairs(db: Kysely<Database>): Promise<Pair[]> {
	return db.selectFrom('listing_proposals').select(['listing_id as home', 'tenant_request_id as seeker']).execute();
}
