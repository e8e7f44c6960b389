import type { Kysely } from 'kysely';
import { storedRules } from '$lib/server/notices/rules/stored-rules';
import type { Database } from '$lib/server/schema';

/** Notices not withdrawn, with how far each is: drafts, closed without the public draw, closed without a round. */
export async function listNoticeStages(db: Kysely<Database>) {
	const rows = await db
		.selectFrom('notices')
		.leftJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.leftJoin('notice_events as withdrawn', (join) =>
			join.onRef('withdrawn.notice_id', '=', 'notices.id').on('withdrawn.event', '=', 'withdrawn')
		)
		.select(['notices.id', 'notices.title_it as titleIt', 'notices.title_en as titleEn', 'notices.beacon'])
		.select([
			'notices.rule_set as ruleSet',
			'notices.opens_at as opensAt',
			'notices.closes_at as closesAt',
			'opened.at as openedAt'
		])
		.where('withdrawn.id', 'is', null)
		.execute();
	return rows.map(({ ruleSet, ...notice }) => ({
		...notice,
		rules: ruleSet === null ? null : storedRules(ruleSet)
	}));
}

/** The newest version of each notice's round, without its files. */
export async function listNewestRounds(db: Kysely<Database>) {
	return db
		.selectFrom('rounds')
		.select(['id', 'notice_id as noticeId', 'prepared_at as preparedAt', 'prepared_by as preparedBy'])
		.select(['approved_at as approvedAt', 'published_at as publishedAt', 'kind'])
		.select((eb) =>
			eb
				.selectFrom('rounds as earlier')
				.select(({ fn }) => fn.min('earlier.published_at').as('at'))
				.whereRef('earlier.notice_id', '=', 'rounds.notice_id')
				.as('firstPublishedAt')
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('rounds as newer')
						.select('newer.id')
						.whereRef('newer.notice_id', '=', 'rounds.notice_id')
						.whereRef('newer.version', '>', 'rounds.version')
				)
			)
		)
		.execute();
}

/**
 * For each notice: offers made in all, unanswered ones with their nearest deadline, and the last that was not taken.
 */
export async function listOfferStages(db: Kysely<Database>, now: string) {
	return db
		.selectFrom('offers')
		.leftJoin('offer_events as answer', (join) =>
			join.onRef('answer.offer_id', '=', 'offers.id').on('answer.event', '<>', 'made')
		)
		.select('offers.notice_id as noticeId')
		.select(({ fn, eb, and }) => {
			const open = and([eb('answer.id', 'is', null), eb('offers.deadline', '>=', now)]);
			const lapsed = and([eb('answer.id', 'is', null), eb('offers.deadline', '<', now)]);
			const takenBack = and([eb('answer.event', '=', 'withdrawn'), eb('answer.justified', '=', 0)]);
			const notTaken = eb
				.case()
				.when(eb.or([eb('answer.event', 'in', ['refused', 'expired']), takenBack]))
				.then(eb.ref('answer.at'))
				.when(lapsed)
				.then(eb.ref('offers.deadline'))
				.end();
			return [
				fn.countAll<number>().as('all'),
				fn.count<number>(eb.case().when(open).then(1).end()).as('open'),
				fn.min(eb.case().when(open).then(eb.ref('offers.deadline')).end()).as('nearest'),
				fn.max(notTaken).as('lastNotTaken')
			];
		})
		.groupBy('offers.notice_id')
		.execute();
}

/** Per notice: when a request last ended; null for never. */
export async function listLastEnded(db: Kysely<Database>) {
	return db
		.selectFrom('notices')
		.select('notices.id as noticeId')
		.select(({ selectFrom }) =>
			selectFrom('applications')
				.select(({ fn }) => fn.max('ended_at').as('at'))
				.whereRef('applications.notice_id', '=', 'notices.id')
				.as('at')
		)
		.execute();
}

/** Live tenancies whose contract is not registered, or whose keys are not delivered. */
export async function listTenanciesToDo(db: Kysely<Database>) {
	return db
		.selectFrom('tenancies')
		.innerJoin('dwellings', 'dwellings.id', 'tenancies.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.leftJoin('tenancy_events as contract', (join) =>
			join.onRef('contract.tenancy_id', '=', 'tenancies.id').on('contract.event', '=', 'contract_registered')
		)
		.leftJoin('tenancy_events as keys', (join) =>
			join.onRef('keys.tenancy_id', '=', 'tenancies.id').on('keys.event', '=', 'keys_delivered')
		)
		.select(['tenancies.id', 'tenancies.started_at as startedAt', 'contract.at as contractAt'])
		.select(['dwellings.code as dwellingCode', 'buildings.street', 'buildings.street_number as streetNumber'])
		.where('tenancies.ended_at', 'is', null)
		.where('keys.id', 'is', null)
		.orderBy('tenancies.started_at')
		.execute();
}

/** Dwellings whose works ended and whose certificate nobody proposed: how many, and since when. */
export async function countWorksToCertify(db: Kysely<Database>) {
	return db
		.selectFrom('work_events as done')
		.innerJoin('works', 'works.id', 'done.work_id')
		.leftJoin('dwelling_events as gone', (join) =>
			join.onRef('gone.dwelling_id', '=', 'works.dwelling_id').on('gone.event', '=', 'withdrawn')
		)
		.leftJoin('certificates as live', (join) =>
			join
				.onRef('live.dwelling_id', '=', 'works.dwelling_id')
				.on('live.refused_at', 'is', null)
				.on('live.voided_at', 'is', null)
		)
		.select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('done.at').as('oldest')])
		.where('done.event', '=', 'done')
		.where('gone.id', 'is', null)
		.where('live.id', 'is', null)
		.executeTakeFirstOrThrow();
}

/** Landlords' homes that nobody inspected yet: how many, and since when. */
export async function countListingsToInspect(db: Kysely<Database>) {
	return db
		.selectFrom('listing_events as sent')
		.leftJoin('listing_events as after', (join) =>
			join.onRef('after.listing_id', '=', 'sent.listing_id').on('after.event', '<>', 'submitted')
		)
		.select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('sent.at').as('oldest')])
		.where('sent.event', '=', 'submitted')
		.where('after.id', 'is', null)
		.executeTakeFirstOrThrow();
}
