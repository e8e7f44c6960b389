import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

const BATCH = 500;

/** Those of these requests whose household accepted another home than the one that it wants here. */
export async function housedElsewhere(
	db: Kysely<Database>,
	wanted: readonly { readonly applicationId: string; readonly dwellingId: string }[]
): Promise<ReadonlySet<string>> {
	const homes = new Map(wanted.map(({ applicationId, dwellingId }) => [applicationId, dwellingId]));
	const housed = new Set<string>();
	const ids = [...homes.keys()];
	for (let from = 0; from < ids.length; from += BATCH) {
		const some = ids.slice(from, from + BATCH);
		for (const { id, dwellingId } of [...(await byRequest(db, some)), ...(await byAccount(db, some))])
			if (homes.get(id) !== dwellingId) housed.add(id);
	}
	return housed;
}

/** Those of these requests that have ended: withdrawn, excluded, replaced by a later version, or out of the ranking. */
export async function endedAmong(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlySet<string>> {
	const ended = new Set<string>();
	for (let from = 0; from < ids.length; from += BATCH) {
		const rows = await db
			.selectFrom('applications')
			.select('id')
			.where('id', 'in', ids.slice(from, from + BATCH))
			.where('ended_at', 'is not', null)
			.execute();
		for (const { id } of rows) ended.add(id);
	}
	return ended;
}

/** The net area of each of these homes, in hundredths of a square metre; null where it was not measured. */
export async function netAreasOf(
	db: Kysely<Database>,
	dwellingIds: readonly string[]
): Promise<ReadonlyMap<string, number | null>> {
	const found = new Map<string, number | null>();
	for (let from = 0; from < dwellingIds.length; from += BATCH) {
		const rows = await db
			.selectFrom('dwellings')
			.select(['id', 'net_area_dm2 as area'])
			.where('id', 'in', dwellingIds.slice(from, from + BATCH))
			.execute();
		for (const { id, area } of rows) found.set(id, area);
	}
	return found;
}

/** Homes that these requests were given. */
function byRequest(db: Kysely<Database>, ids: readonly string[]) {
	return db
		.selectFrom('offers')
		.innerJoin('tenancies', 'tenancies.offer_id', 'offers.id')
		.select(['offers.application_id as id', 'tenancies.dwelling_id as dwellingId'])
		.where('tenancies.ended_at', 'is', null)
		.where('offers.application_id', 'in', ids)
		.execute();
}

/** Homes that the accounts of these requests were given by other requests, or by a landlord. */
async function byAccount(db: Kysely<Database>, ids: readonly string[]) {
	const public_ = await db
		.selectFrom('applications as asked')
		.innerJoin('applications as other', 'other.account_id', 'asked.account_id')
		.innerJoin('offers', 'offers.application_id', 'other.id')
		.innerJoin('tenancies', 'tenancies.offer_id', 'offers.id')
		.select(['asked.id', 'tenancies.dwelling_id as dwellingId'])
		.where('tenancies.ended_at', 'is', null)
		.where('asked.id', 'in', ids)
		.execute();
	const private_ = await db
		.selectFrom('applications as asked')
		.innerJoin('tenant_requests', 'tenant_requests.account_id', 'asked.account_id')
		.innerJoin('listing_proposals', 'listing_proposals.tenant_request_id', 'tenant_requests.id')
		.innerJoin('tenancies', 'tenancies.proposal_id', 'listing_proposals.id')
		.select(['asked.id', 'tenancies.dwelling_id as dwellingId'])
		.where('tenancies.ended_at', 'is', null)
		.where('asked.id', 'in', ids)
		.execute();
	return [...public_, ...private_];
}
