import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

const MOST = 20;

const requests = (db: Kysely<Database>) =>
	db
		.selectFrom('applications')
		.innerJoin('notices', 'notices.id', 'applications.notice_id')
		.select(['applications.id', 'applications.protocol', 'applications.pseudonym', 'applications.ended_at as endedAt'])
		.select(['notices.title_it as titleIt', 'notices.title_en as titleEn'])
		.select('applications.account_id as accountId');

/** The requests with one of these protocols, or with this code, which other notices may have too. */
export async function requestsByNumber(db: Kysely<Database>, protocols: readonly string[], pseudonym: string | null) {
	const byProtocol =
		protocols.length === 0
			? []
			: await requests(db).where('applications.protocol', 'in', protocols).limit(MOST).execute();
	const byCode =
		pseudonym === null ? [] : await requests(db).where('applications.pseudonym', '=', pseudonym).limit(MOST).execute();
	return [...byProtocol, ...byCode];
}

/** The requests in which these persons are told, and those of their accounts; by person. */
export async function requestsOfPersons(db: Kysely<Database>, personIds: readonly string[]) {
	if (personIds.length === 0) return [];
	const own = await requests(db)
		.innerJoin('persons', 'persons.account_id', 'applications.account_id')
		.select('persons.id as personId')
		.where('persons.id', 'in', personIds)
		.execute();
	const told = await requests(db)
		.innerJoin('household_persons', 'household_persons.request_id', 'applications.id')
		.select('household_persons.person_id as personId')
		.where('household_persons.person_id', 'in', personIds)
		.execute();
	return [...own, ...told];
}

/** The homes that these persons offer for rent; by person. */
export async function listingsOfPersons(db: Kysely<Database>, personIds: readonly string[]) {
	if (personIds.length === 0) return [];
	return db
		.selectFrom('listings')
		.innerJoin('persons', 'persons.account_id', 'listings.account_id')
		.select(['listings.id', 'listings.account_id as accountId', 'persons.id as personId'])
		.where('persons.id', 'in', personIds)
		.execute();
}

/** The offers that hold one of these homes, or that one of these requests holds. */
export async function offersOf(db: Kysely<Database>, dwellingIds: readonly string[], requestIds: readonly string[]) {
	const select = () =>
		db
			.selectFrom('offers')
			.innerJoin('dwellings', 'dwellings.id', 'offers.dwelling_id')
			.innerJoin('applications', 'applications.id', 'offers.application_id')
			.select(['offers.id', 'dwellings.code as dwellingCode', 'applications.protocol', 'offers.deadline'])
			.where('offers.released_at', 'is', null)
			.limit(MOST);
	const byHome = dwellingIds.length === 0 ? [] : await select().where('dwelling_id', 'in', dwellingIds).execute();
	const byRequest = requestIds.length === 0 ? [] : await select().where('application_id', 'in', requestIds).execute();
	return [...new Map([...byHome, ...byRequest].map((offer) => [offer.id, offer])).values()];
}
