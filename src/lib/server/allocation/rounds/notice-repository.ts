import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The notice of a round, with when it opened and when the public number was recorded. */
export async function findNotice(db: Kysely<Database>, id: string) {
	return db
		.selectFrom('notices')
		.leftJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.leftJoin('notice_events as drawn', (join) =>
			join.onRef('drawn.notice_id', '=', 'notices.id').on('drawn.event', '=', 'beacon_recorded')
		)
		.select([
			'notices.id',
			'notices.code',
			'notices.source',
			'notices.title_it as titleIt',
			'notices.title_en as titleEn',
			'notices.closes_at as closesAt',
			'notices.beacon',
			'notices.beacon_source as beaconSource',
			'notices.rule_set as ruleSet',
			'notices.offer_days as offerDays',
			'notices.synthetic',
			'opened.at as openedAt',
			'drawn.at as beaconAt'
		])
		.where('notices.id', '=', id)
		.executeTakeFirst();
}

/** Notices that are closed, with the newest version of their round, if any. */
export async function listClosedNotices(db: Kysely<Database>, now: string) {
	return db
		.selectFrom('notices')
		.innerJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.leftJoin('rounds', (join) =>
			join
				.onRef('rounds.notice_id', '=', 'notices.id')
				.on(({ not, exists, selectFrom }) =>
					not(
						exists(
							selectFrom('rounds as newer')
								.select('newer.id')
								.whereRef('newer.notice_id', '=', 'rounds.notice_id')
								.whereRef('newer.version', '>', 'rounds.version')
						)
					)
				)
		)
		.select([
			'notices.id',
			'notices.code',
			'notices.title_it as titleIt',
			'notices.title_en as titleEn',
			'notices.closes_at as closesAt',
			'notices.beacon',
			'notices.synthetic',
			'rounds.id as roundId',
			'rounds.version',
			'rounds.kind',
			'rounds.prepared_at as preparedAt',
			'rounds.prepared_by as preparedBy',
			'rounds.approved_at as approvedAt',
			'rounds.published_at as publishedAt'
		])
		.where('notices.closes_at', '<', now)
		.orderBy('notices.closes_at', 'desc')
		.execute();
}

export async function listNoticeDwellings(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('notice_dwellings')
		.innerJoin('dwellings', 'dwellings.id', 'notice_dwellings.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.select([
			'dwellings.id',
			'dwellings.code',
			'notice_dwellings.list',
			'notice_dwellings.set_aside as setAside',
			'notice_dwellings.exclusive',
			'buildings.street',
			'buildings.street_number as streetNumber',
			'buildings.municipality',
			'dwellings.unit',
			'dwellings.floor',
			'dwellings.net_area_dm2 as netAreaDm2',
			'dwellings.synthetic'
		])
		.where('notice_dwellings.notice_id', '=', noticeId)
		.where('notice_dwellings.released_at', 'is', null)
		.orderBy('dwellings.code')
		.execute();
}

export async function countLiveApplications(db: Kysely<Database>, noticeId: string): Promise<number> {
	const { count } = await db
		.selectFrom('applications')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('notice_id', '=', noticeId)
		.where('ended_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/**
 * The offers of a notice with their closing event, and the applications that ended. The next version is made from
 * these.
 */
export async function listHappenings(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('applications')
		.leftJoin('offers', 'offers.application_id', 'applications.id')
		.leftJoin('offer_events', (join) =>
			join.onRef('offer_events.offer_id', '=', 'offers.id').on('offer_events.event', '<>', 'made')
		)
		.select([
			'applications.pseudonym',
			'applications.ended_at as endedAt',
			'offers.id as offerId',
			'offers.dwelling_id as dwellingId',
			'offers.deadline',
			'offer_events.event',
			'offer_events.at',
			'offer_events.justified'
		])
		.where('applications.notice_id', '=', noticeId)
		.where((eb) => eb.or([eb('applications.ended_at', 'is not', null), eb('offers.id', 'is not', null)]))
		.orderBy('applications.pseudonym')
		.execute();
}

/** Bodies by id: the list of a dwelling is named by its owner. */
export async function listOwners(db: Kysely<Database>) {
	return db.selectFrom('organisations').select(['id', 'name']).execute();
}
