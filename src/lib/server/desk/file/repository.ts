import type { Kysely } from 'kysely';
import { samePersons } from '$lib/server/requests/duplicates/repository';
import type { Database } from '$lib/server/schema';

/** The requests with a person of this one: by account, by a person told in both, by the same tax code, or by a decision of the office. */
export async function listRelated(db: Kysely<Database>, requestId: string, accountId: string | null) {
	const ids = (await requestsWith(db, await personsOf(db, requestId, accountId))).filter((id) => id !== requestId);
	if (ids.length === 0) return [];
	return db
		.selectFrom('applications')
		.innerJoin('notices', 'notices.id', 'applications.notice_id')
		.select(['applications.id', 'applications.protocol', 'applications.pseudonym', 'applications.ended_at as endedAt'])
		.select(['notices.title_it as titleIt', 'notices.title_en as titleEn', 'applications.submitted_at as submittedAt'])
		.where('applications.id', 'in', ids)
		.orderBy('applications.submitted_at', 'desc')
		.execute();
}

/** More than anybody sends. */
const MOST = 50;

/** The requests of these accounts, and those in which these persons are told. A draft has no row yet. */
async function requestsWith(db: Kysely<Database>, { ids, accounts }: Awaited<ReturnType<typeof personsOf>>) {
	const sent =
		accounts.length === 0
			? []
			: await db.selectFrom('applications').select('id').where('account_id', 'in', accounts).limit(MOST).execute();
	const told =
		ids.length === 0
			? []
			: await db
					.selectFrom('household_persons')
					.select('request_id as id')
					.where('person_id', 'in', ids)
					.limit(MOST)
					.execute();
	return [...new Set([...sent, ...told].map(({ id }) => id))];
}

/** The persons of a request, with those of the same tax code elsewhere and those whom the office took for one of them; and the accounts among them. */
async function personsOf(db: Kysely<Database>, requestId: string, accountId: string | null) {
	const own = await db
		.selectFrom('persons')
		.select(['id', 'tax_code_hash as hash'])
		.where(({ or, eb, selectFrom }) =>
			or([
				...(accountId === null ? [] : [eb('account_id', '=', accountId)]),
				eb('id', 'in', selectFrom('household_persons').select('person_id').where('request_id', '=', requestId))
			])
		)
		.execute();
	const same = await sameAs(db, own);
	const accounts = same.flatMap(({ account }) => (account === null ? [] : [account]));
	return {
		ids: [...new Set([...own, ...same].map(({ id }) => id))],
		accounts: [...new Set([...(accountId === null ? [] : [accountId]), ...accounts])]
	};
}

/** Persons with the code of one of these, and those whom the office took for one of them. */
async function sameAs(db: Kysely<Database>, own: readonly { readonly id: string; readonly hash: string | null }[]) {
	const hashes = own.flatMap(({ hash }) => (hash === null ? [] : [hash]));
	const decided = await samePersons(
		db,
		own.map(({ id }) => id)
	);
	const persons = db.selectFrom('persons').select(['id', 'account_id as account']);
	const byCode = hashes.length === 0 ? [] : await persons.where('tax_code_hash', 'in', hashes).execute();
	const byDecision = decided.length === 0 ? [] : await persons.where('id', 'in', decided).execute();
	return [...byCode, ...byDecision];
}

/** The offers of a request with their home, and the tenancy that followed; the newest first. */
export async function listOffersOf(db: Kysely<Database>, requestId: string) {
	return db
		.selectFrom('offers')
		.innerJoin('dwellings', 'dwellings.id', 'offers.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.leftJoin('tenancies', 'tenancies.offer_id', 'offers.id')
		.select(['offers.id', 'offers.deadline', 'offers.made_at as madeAt', 'tenancies.id as tenancyId'])
		.select(['dwellings.code as dwellingCode', 'dwellings.floor', 'dwellings.net_area_dm2 as netAreaDm2'])
		.select(['buildings.street', 'buildings.street_number as streetNumber'])
		.where('offers.application_id', '=', requestId)
		.orderBy('offers.made_at', 'desc')
		.execute();
}

/** How the mails of these messages went: the last row of the outbox of each. */
export async function listMails(db: Kysely<Database>, messageIds: readonly string[]) {
	if (messageIds.length === 0) return [];
	return db
		.selectFrom('outbox')
		.select(['message_id as messageId', 'sent_at as sentAt', 'problem', 'given_up_at as givenUpAt'])
		.select(['channel', 'left_channel as leftChannel'])
		.where('message_id', 'in', messageIds)
		.orderBy('id')
		.execute();
}
