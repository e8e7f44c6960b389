import type { Insertable, Kysely, Transaction } from 'kysely';
import { storedRules } from '$lib/server/notices/rules/stored-rules';
import type { Database } from '$lib/server/schema';

const BATCH = 500;

type EventRow = Insertable<Database['offer_events']>;

const offerColumns = [
	'offers.id',
	'offers.notice_id as noticeId',
	'offers.round_id as roundId',
	'offers.application_id as applicationId',
	'offers.dwelling_id as dwellingId',
	'offers.made_at as madeAt',
	'offers.deadline',
	'offers.released_at as releasedAt'
] as const;

/** An offer with its household, its home and its notice, as pages show it. */
export function selectOffers(db: Kysely<Database>) {
	return db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.innerJoin('notices', 'notices.id', 'offers.notice_id')
		.innerJoin('dwellings', 'dwellings.id', 'offers.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.leftJoin('tenancies', (join) =>
			join.onRef('tenancies.offer_id', '=', 'offers.id').on('tenancies.ended_at', 'is', null)
		)
		.select([...offerColumns, 'tenancies.id as tenancyId'])
		.select(['applications.account_id as accountId', 'applications.pseudonym', 'applications.protocol'])
		.select('applications.synthetic as syntheticHousehold')
		.select(['notices.title_it as titleIt', 'notices.title_en as titleEn'])
		.select(['notices.rule_set as ruleSet', 'notices.offer_days as offerDays'])
		.select(['dwellings.code as dwellingCode', 'dwellings.unit', 'dwellings.floor', 'dwellings.rooms'])
		.select(['dwellings.net_area_dm2 as netAreaDm2', 'dwellings.rent_cents as rentCents'])
		.select(['buildings.street', 'buildings.street_number as streetNumber'])
		.select(['buildings.municipality', 'buildings.lift']);
}

const offerOf = <Row extends { ruleSet: string | null }>({ ruleSet, ...offer }: Row) => ({
	...offer,
	/** As frozen with the notice; null where it froze none. */
	rules: ruleSet === null ? null : storedRules(ruleSet)
});

export async function findOffer(db: Kysely<Database>, id: string) {
	const row = await selectOffers(db).where('offers.id', '=', id).executeTakeFirst();
	return row && offerOf(row);
}

/** The key that seals what is told about the household of an offer. */
export async function findDataKeyId(db: Kysely<Database>, id: string): Promise<string> {
	const { data_key_id } = await db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select('applications.data_key_id')
		.where('offers.id', '=', id)
		.executeTakeFirstOrThrow();
	return data_key_id;
}

/** The request that an offer was made to. */
export async function findOfferedRequest(db: Kysely<Database>, id: string): Promise<string | undefined> {
	const row = await db.selectFrom('offers').select('application_id as request').where('id', '=', id).executeTakeFirst();
	return row?.request;
}

/**
 * Reads the row and locks it until the transaction ends. An update locks on both databases; `for update` exists on
 * PostgreSQL only.
 */
export async function lockOffer(trx: Transaction<Database>, id: string) {
	await trx
		.updateTable('offers')
		.set((eb) => ({ deadline: eb.ref('deadline') }))
		.where('id', '=', id)
		.execute();
	return findOffer(trx, id);
}

export async function listEvents(db: Kysely<Database>, offerIds: readonly string[]) {
	const events: Awaited<ReturnType<typeof eventsOf>> = [];
	for (let from = 0; from < offerIds.length; from += BATCH)
		events.push(...(await eventsOf(db, offerIds.slice(from, from + BATCH))));
	return events;
}

function eventsOf(db: Kysely<Database>, offerIds: readonly string[]) {
	return db
		.selectFrom('offer_events')
		.select(['offer_id as offerId', 'event', 'at', 'justified', 'reason'])
		.select(['channel', 'received_on as receivedOn', 'evidence'])
		.where('offer_id', 'in', offerIds)
		.orderBy('at')
		.orderBy('id')
		.execute();
}

export async function insertOffers(trx: Transaction<Database>, rows: readonly Insertable<Database['offers']>[]) {
	for (let from = 0; from < rows.length; from += BATCH)
		await trx
			.insertInto('offers')
			.values(rows.slice(from, from + BATCH))
			.execute();
}

export async function insertEvents(trx: Transaction<Database>, rows: readonly EventRow[]) {
	for (let from = 0; from < rows.length; from += BATCH)
		await trx
			.insertInto('offer_events')
			.values(rows.slice(from, from + BATCH))
			.execute();
}

/** Releases the dwelling. Returns whether this call did it. */
export async function release(trx: Transaction<Database>, id: string, at: string): Promise<boolean> {
	const done = await trx
		.updateTable('offers')
		.set({ released_at: at })
		.where('id', '=', id)
		.where('released_at', 'is', null)
		.returning('id')
		.execute();
	return done.length > 0;
}

/** Releases every unanswered offer whose deadline has passed; answers those that this call released. */
export async function releaseExpired(trx: Transaction<Database>, now: string) {
	return trx
		.updateTable('offers')
		.set({ released_at: now })
		.where('released_at', 'is', null)
		.where('deadline', '<', now)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('offer_events')
						.select('offer_events.id')
						.whereRef('offer_events.offer_id', '=', 'offers.id')
						.where('offer_events.event', '<>', 'made')
				)
			)
		)
		.returning(['id', 'deadline', 'application_id as applicationId'])
		.execute();
}

/** The live offer of each of these dwellings, and who made it when. */
export async function listHolders(db: Kysely<Database>, dwellingIds: readonly string[]) {
	const holders: Awaited<ReturnType<typeof holdersOf>> = [];
	for (let from = 0; from < dwellingIds.length; from += BATCH)
		holders.push(...(await holdersOf(db, dwellingIds.slice(from, from + BATCH))));
	return holders;
}

function holdersOf(db: Kysely<Database>, dwellingIds: readonly string[]) {
	return db
		.selectFrom('offers')
		.innerJoin('accounts', 'accounts.id', 'offers.made_by')
		.innerJoin('dwellings', 'dwellings.id', 'offers.dwelling_id')
		.select(['offers.id', 'offers.dwelling_id as dwellingId', 'offers.application_id as applicationId'])
		.select(['offers.made_at as madeAt', 'accounts.name as madeBy', 'dwellings.code as dwellingCode'])
		.where('offers.released_at', 'is', null)
		.where('offers.dwelling_id', 'in', dwellingIds)
		.execute();
}

/** Every offer of a notice with what closed it, if anything did. */
export async function listOutcomes(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('offers')
		.leftJoin('offer_events', (join) =>
			join.onRef('offer_events.offer_id', '=', 'offers.id').on('offer_events.event', '<>', 'made')
		)
		.select(['offers.id', 'offers.application_id as applicationId', 'offers.dwelling_id as dwellingId'])
		.select(['offers.released_at as releasedAt', 'offer_events.event', 'offer_events.justified'])
		.where('offers.notice_id', '=', noticeId)
		.execute();
}

/** The requests of a notice, by pseudonym. */
export async function listApplications(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('applications')
		.select(['id', 'pseudonym', 'ended_at as endedAt'])
		.where('notice_id', '=', noticeId)
		.execute();
}

/** The households of these offers, as messages reach them. */
export async function listHouseholds(db: Kysely<Database>, offerIds: readonly string[]) {
	const households: Awaited<ReturnType<typeof householdsOf>> = [];
	for (let from = 0; from < offerIds.length; from += BATCH)
		households.push(...(await householdsOf(db, offerIds.slice(from, from + BATCH))));
	return households;
}

function householdsOf(db: Kysely<Database>, offerIds: readonly string[]) {
	return db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select(['offers.id', 'applications.account_id as accountId'])
		.select(['applications.data_key_id as dataKeyId', 'applications.protocol'])
		.where('offers.id', 'in', offerIds)
		.execute();
}

export async function listNoticeOffers(db: Kysely<Database>, noticeId: string) {
	const rows = await selectOffers(db)
		.where('offers.notice_id', '=', noticeId)
		.orderBy('offers.deadline')
		.orderBy('offers.id')
		.execute();
	return rows.map(offerOf);
}

/** Notices that have a published round, with how many offers are live. */
export async function listOfferNotices(db: Kysely<Database>) {
	return db
		.selectFrom('notices')
		.select(['notices.id', 'notices.code', 'notices.title_it as titleIt', 'notices.title_en as titleEn'])
		.select('notices.synthetic')
		.select((eb) =>
			eb
				.selectFrom('offers')
				.select((count) => count.fn.countAll<number>().as('count'))
				.whereRef('offers.notice_id', '=', 'notices.id')
				.where('offers.released_at', 'is', null)
				.as('live')
		)
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('rounds')
					.select('rounds.id')
					.whereRef('rounds.notice_id', '=', 'notices.id')
					.where('rounds.published_at', 'is not', null)
			)
		)
		.orderBy('notices.closes_at', 'desc')
		.execute();
}
