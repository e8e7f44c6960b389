import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function insertTenancy(trx: Transaction<Database>, row: Insertable<Database['tenancies']>): Promise<void> {
	await trx.insertInto('tenancies').values(row).execute();
}

export async function insertTenancyEvent(trx: Transaction<Database>, row: Insertable<Database['tenancy_events']>) {
	await trx.insertInto('tenancy_events').values(row).execute();
}

export async function endTenancy(trx: Transaction<Database>, id: string, at: string): Promise<void> {
	await trx.updateTable('tenancies').set({ ended_at: at }).where('id', '=', id).where('ended_at', 'is', null).execute();
}

export async function findTenancy(db: Kysely<Database>, id: string) {
	return db
		.selectFrom('tenancies')
		.innerJoin('dwellings', 'dwellings.id', 'tenancies.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.leftJoin('offers', 'offers.id', 'tenancies.offer_id')
		.leftJoin('applications', 'applications.id', 'offers.application_id')
		.leftJoin('notices', 'notices.id', 'offers.notice_id')
		.select(['tenancies.id', 'tenancies.offer_id as offerId', 'tenancies.proposal_id as proposalId'])
		.select('offers.application_id as applicationId')
		.select(['tenancies.started_at as startedAt', 'tenancies.ended_at as endedAt'])
		.select(['dwellings.id as dwellingId', 'dwellings.code as dwellingCode', 'dwellings.unit', 'dwellings.floor'])
		.select(['dwellings.net_area_dm2 as netAreaDm2', 'dwellings.rent_cents as rentCents'])
		.select(['buildings.street', 'buildings.street_number as streetNumber', 'buildings.municipality'])
		.select(['applications.pseudonym', 'applications.protocol', 'applications.synthetic as syntheticHousehold'])
		.select(['notices.id as noticeId', 'notices.title_it as titleIt', 'notices.title_en as titleEn'])
		.where('tenancies.id', '=', id)
		.executeTakeFirst();
}

/** The row, locked until the transaction ends. */
export async function lockTenancy(trx: Transaction<Database>, id: string) {
	await trx
		.updateTable('tenancies')
		.set((eb) => ({ started_at: eb.ref('started_at') }))
		.where('id', '=', id)
		.execute();
	return findTenancy(trx, id);
}

/** The account of the household that a proposal of a landlord's home was made to. */
export async function findTenantAccount(db: Kysely<Database>, proposalId: string): Promise<string | null> {
	const row = await db
		.selectFrom('listing_proposals')
		.innerJoin('tenant_requests', 'tenant_requests.id', 'listing_proposals.tenant_request_id')
		.select('tenant_requests.account_id as accountId')
		.where('listing_proposals.id', '=', proposalId)
		.executeTakeFirst();
	return row?.accountId ?? null;
}

export async function findTenancyOfOffer(db: Kysely<Database>, offerId: string) {
	return db
		.selectFrom('tenancies')
		.select(['id', 'ended_at as endedAt'])
		.where('offer_id', '=', offerId)
		.orderBy('started_at', 'desc')
		.executeTakeFirst();
}

export async function listTenancyEvents(db: Kysely<Database>, tenancyIds: readonly string[]) {
	if (tenancyIds.length === 0) return [];
	return db
		.selectFrom('tenancy_events')
		.select(['tenancy_id as tenancyId', 'event', 'at', 'document'])
		.where('tenancy_id', 'in', tenancyIds)
		.orderBy('at')
		.orderBy('id')
		.execute();
}

/** Tenancies of a notice's offers, with their steps. */
export async function listNoticeTenancyEvents(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('tenancy_events')
		.innerJoin('tenancies', 'tenancies.id', 'tenancy_events.tenancy_id')
		.innerJoin('offers', 'offers.id', 'tenancies.offer_id')
		.select(['tenancies.offer_id as offerId', 'tenancies.id as tenancyId', 'tenancy_events.event', 'tenancy_events.at'])
		.where('offers.notice_id', '=', noticeId)
		.execute();
}

/** The tenancy that came of a proposal, with its steps in order. */
export async function findTenancyOfProposal(db: Kysely<Database>, proposalId: string) {
	const row = await db
		.selectFrom('tenancies')
		.select(['id', 'dwelling_id as dwellingId'])
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
	return row ? { ...row, events: await listTenancyEvents(db, [row.id]) } : null;
}
