import type { Kysely } from 'kysely';
import type { JourneyFacts } from '$lib/domain/application/journey';
import type { Database } from '$lib/server/schema';

type Sent = { readonly id: string; readonly noticeId: string; readonly submittedAt: string };
type LastOffer = NonNullable<JourneyFacts['offer']>;

/** The events of one request: its own, the round of its notice, its last offer and the tenancy. */
export async function findJourney(db: Kysely<Database>, application: Sent): Promise<JourneyFacts> {
	return (await findJourneys(db, [application])).get(application.id)!;
}

/** The same of a page of requests, by their ids. */
export async function findJourneys(
	db: Kysely<Database>,
	applications: readonly Sent[]
): Promise<ReadonlyMap<string, JourneyFacts>> {
	if (applications.length === 0) return new Map();
	const ids = applications.map(({ id }) => id);
	const dates = await findDates(db, [...new Set(applications.map(({ noticeId }) => noticeId))]);
	const endings = await findEndings(db, ids);
	const offers = await findLastOffers(db, ids);
	const steps = await tenancySteps(db, [...offers.values()]);
	return new Map(
		applications.map(({ id, noticeId, submittedAt }) => {
			const { closesAt, publishedAt } = dates.get(noticeId)!;
			const offer = offers.get(id) ?? null;
			const facts = {
				submittedAt,
				noticeClosesAt: closesAt,
				ended: endings.get(id) ?? null,
				rankingPublishedAt: publishedAt,
				offer,
				contractAt: steps.get(`${offer?.id} contract_registered`) ?? null,
				keysAt: steps.get(`${offer?.id} keys_delivered`) ?? null
			};
			return [id, facts];
		})
	);
}

/** When these notices close, and when the first ranking of each was published. */
async function findDates(db: Kysely<Database>, noticeIds: readonly string[]) {
	const rows = await db
		.selectFrom('notices')
		.leftJoin('rounds', (join) =>
			join.onRef('rounds.notice_id', '=', 'notices.id').on('rounds.published_at', 'is not', null)
		)
		.select((eb) => ['notices.id', 'notices.closes_at as closesAt', eb.fn.min('rounds.published_at').as('publishedAt')])
		.where('notices.id', 'in', noticeIds)
		.groupBy(['notices.id', 'notices.closes_at'])
		.execute();
	return new Map(rows.map((row) => [row.id, row]));
}

async function findEndings(db: Kysely<Database>, ids: readonly string[]) {
	const rows = await db
		.selectFrom('application_events')
		.select(['application_id as id', 'event', 'at'])
		.where('application_id', 'in', ids)
		.where('event', 'in', ['replaced', 'withdrawn', 'excluded'])
		.execute();
	return new Map(rows.map(({ id, event, at }) => [id, { how: event as 'replaced' | 'withdrawn' | 'excluded', at }]));
}

/** The last offer of each request; of one that was accepted and then withdrawn by the agency, the later event counts. */
async function findLastOffers(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, LastOffer>> {
	const rows = await db
		.selectFrom('offers')
		.leftJoin('offer_events', (join) =>
			join.onRef('offer_events.offer_id', '=', 'offers.id').on('offer_events.event', '<>', 'made')
		)
		.select(['application_id as applicationId', 'offers.id', 'made_at', 'deadline', 'offer_events.event'])
		.select('offer_events.at')
		.where('application_id', 'in', ids)
		.orderBy('made_at')
		.orderBy('offer_events.at')
		.execute();
	return new Map(
		rows.map(({ applicationId, id, made_at: madeAt, deadline, event, at }) => {
			const answer = event && event !== 'made' && at ? { how: event, at } : null;
			return [applicationId, { id, madeAt, deadline, answer }];
		})
	);
}

/** When each step of the tenancies that followed was made, by offer and step. */
async function tenancySteps(db: Kysely<Database>, offers: readonly LastOffer[]): Promise<Map<string, string>> {
	if (offers.length === 0) return new Map();
	const rows = await db
		.selectFrom('tenancy_events')
		.innerJoin('tenancies', 'tenancies.id', 'tenancy_events.tenancy_id')
		.select(['tenancies.offer_id as offerId', 'tenancy_events.event', 'tenancy_events.at'])
		.where(
			'tenancies.offer_id',
			'in',
			offers.map(({ id }) => id)
		)
		.execute();
	return new Map(rows.map(({ offerId, event, at }) => [`${offerId} ${event}`, at]));
}
