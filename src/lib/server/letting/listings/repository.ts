import type { Insertable, Kysely, Transaction } from 'kysely';
import { listingState } from '$lib/domain/matching/listing-state';
import { tenancyState } from '$lib/domain/tenancies/tenancy-state';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import type { Listing, ListingAnswers, ListingEvent } from '$lib/domain/matching/listing';
import { liveHolds } from '$lib/server/letting/proposals/hold-repository';
import { storedAnswers, storedDetail } from './stored-answers';

type Filter = { readonly id?: string; readonly accountId?: string; readonly sent?: boolean };

/** Listings with what happened to each and how they stand at `now`, the newest first. */
export async function listListings(db: Kysely<Database>, filter: Filter, now: Instant): Promise<Listing[]> {
	const rows = await selectListings(db, filter).execute();
	if (rows.length === 0) return [];
	const ids = rows.map((row) => row.id);
	const [events, held, steps] = [await eventsOf(db, ids), await heldOf(db, ids, now), await tenancySteps(db, ids)];
	return rows.map((row) => {
		const own = events.filter((event) => event.listingId === row.id);
		const tenancy = steps.filter((step) => step.listingId === row.id);
		return {
			id: row.id,
			accountId: row.account_id,
			dwellingId: row.dwelling_id,
			answers: storedAnswers(row.answers),
			revision: row.revision,
			synthetic: row.synthetic === 1,
			createdAt: row.created_at,
			events: own,
			state: listingState(
				own.map(({ event }) => event),
				held.has(row.id),
				tenancy.length > 0 ? tenancyState(tenancy) : null
			)
		};
	});
}

function selectListings(db: Kysely<Database>, { id, accountId, sent }: Filter) {
	let query = db.selectFrom('listings').selectAll().orderBy('created_at', 'desc').orderBy('id');
	if (id !== undefined) query = query.where('id', '=', id);
	if (accountId !== undefined) query = query.where('account_id', '=', accountId);
	if (!sent) return query;
	const submitted = db.selectFrom('listing_events').select('listing_id').where('event', '=', 'submitted');
	return query.where('id', 'in', submitted);
}

async function eventsOf(
	db: Kysely<Database>,
	ids: readonly string[]
): Promise<(ListingEvent & { listingId: string })[]> {
	const rows = await db
		.selectFrom('listing_events')
		.select(['listing_id as listingId', 'event', 'at', 'detail'])
		.where('listing_id', 'in', ids)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, detail: row.detail ? storedDetail(row.detail) : null }));
}

async function heldOf(db: Kysely<Database>, ids: readonly string[], now: Instant): Promise<Set<string>> {
	const rows = await liveHolds(db, now).select('listing_id').where('listing_id', 'in', ids).execute();
	return new Set(rows.map((row) => row.listing_id));
}

async function tenancySteps(db: Kysely<Database>, ids: readonly string[]) {
	return db
		.selectFrom('tenancy_events')
		.innerJoin('tenancies', 'tenancies.id', 'tenancy_events.tenancy_id')
		.innerJoin('listing_proposals', 'listing_proposals.id', 'tenancies.proposal_id')
		.select(['listing_proposals.listing_id as listingId', 'tenancy_events.event', 'tenancy_events.at'])
		.where('listing_proposals.listing_id', 'in', ids)
		.execute();
}

export async function findListing(db: Kysely<Database>, id: string, now: Instant): Promise<Listing | undefined> {
	return (await listListings(db, { id }, now))[0];
}

/** The listing, locked for the rest of the transaction, so that its state stays true until the commit. */
export async function lockListing(trx: Transaction<Database>, id: string, now: Instant): Promise<Listing | undefined> {
	await trx
		.updateTable('listings')
		.set((eb) => ({ revision: eb.ref('revision') }))
		.where('id', '=', id)
		.execute();
	return findListing(trx, id, now);
}

/** Inserts the draft unless this id is there already, as after a second click. */
export async function insertListing(trx: Transaction<Database>, row: Insertable<Database['listings']>): Promise<void> {
	await trx
		.insertInto('listings')
		.values(row)
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
}

export async function saveAnswers(
	trx: Transaction<Database>,
	id: string,
	answers: ListingAnswers,
	now: string
): Promise<void> {
	await trx
		.updateTable('listings')
		.set((eb) => ({ answers: JSON.stringify(answers), revision: eb('revision', '+', 1), updated_at: now }))
		.where('id', '=', id)
		.execute();
}

export async function setDwelling(trx: Transaction<Database>, id: string, dwellingId: string): Promise<void> {
	await trx.updateTable('listings').set({ dwelling_id: dwellingId }).where('id', '=', id).execute();
}

export async function insertListingEvent(
	trx: Transaction<Database>,
	row: Insertable<Database['listing_events']>
): Promise<void> {
	await trx.insertInto('listing_events').values(row).execute();
}
