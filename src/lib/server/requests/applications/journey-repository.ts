import type { Kysely } from 'kysely';
import type { JourneyFacts } from '$lib/domain/application/journey';
import type { Database } from '$lib/server/schema';

/** The events of one request: its own, the round of its notice, its last offer and the tenancy. */
export async function findJourney(
	db: Kysely<Database>,
	application: { readonly id: string; readonly noticeId: string; readonly submittedAt: string }
): Promise<JourneyFacts> {
	const notice = await findDates(db, application.noticeId);
	const ending = await findEnding(db, application.id);
	const offer = await findLastOffer(db, application.id);
	const tenancy = offer ? await tenancyEvents(db, offer.id) : new Map<string, string>();
	return {
		submittedAt: application.submittedAt,
		noticeClosesAt: notice.closes_at,
		ended: ending ? { how: ending.event as 'withdrawn' | 'excluded', at: ending.at } : null,
		rankingPublishedAt: notice.published_at,
		offer,
		contractAt: tenancy.get('contract_registered') ?? null,
		keysAt: tenancy.get('keys_delivered') ?? null
	};
}

/** When the notice closes, and when its first ranking was published. */
function findDates(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('notices')
		.leftJoin('rounds', (join) =>
			join.onRef('rounds.notice_id', '=', 'notices.id').on('rounds.published_at', 'is not', null)
		)
		.select((eb) => ['notices.closes_at', eb.fn.min('rounds.published_at').as('published_at')])
		.where('notices.id', '=', noticeId)
		.groupBy('notices.closes_at')
		.executeTakeFirstOrThrow();
}

function findEnding(db: Kysely<Database>, applicationId: string) {
	return db
		.selectFrom('application_events')
		.select(['event', 'at'])
		.where('application_id', '=', applicationId)
		.where('event', 'in', ['withdrawn', 'excluded'])
		.executeTakeFirst();
}

async function findLastOffer(db: Kysely<Database>, applicationId: string): Promise<JourneyFacts['offer']> {
	const row = await db
		.selectFrom('offers')
		.leftJoin('offer_events', (join) =>
			join.onRef('offer_events.offer_id', '=', 'offers.id').on('offer_events.event', '<>', 'made')
		)
		.select(['offers.id', 'made_at', 'deadline', 'offer_events.event', 'offer_events.at'])
		.where('application_id', '=', applicationId)
		.orderBy('made_at', 'desc')
		// For an offer that was accepted and then withdrawn by the agency, the later event counts.
		.orderBy('offer_events.at', 'desc')
		.executeTakeFirst();
	if (!row) return null;
	const answer = row.event && row.event !== 'made' && row.at ? { how: row.event, at: row.at } : null;
	return { id: row.id, madeAt: row.made_at, deadline: row.deadline, answer };
}

async function tenancyEvents(db: Kysely<Database>, offerId: string): Promise<Map<string, string>> {
	const rows = await db
		.selectFrom('tenancy_events')
		.innerJoin('tenancies', 'tenancies.id', 'tenancy_events.tenancy_id')
		.select(['tenancy_events.event', 'tenancy_events.at'])
		.where('tenancies.offer_id', '=', offerId)
		.execute();
	return new Map(rows.map((row) => [row.event, row.at]));
}
