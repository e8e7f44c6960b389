import type { Kysely } from 'kysely';
import { storedRules } from '$lib/server/notices/rules/stored-rules';
import type { Database } from '$lib/server/schema';

/** Every notice of the agency's own with how far it is. */
export async function listNoticeStages(db: Kysely<Database>) {
	const rows = await db
		.selectFrom('notices')
		.leftJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.leftJoin('notice_events as withdrawn', (join) =>
			join.onRef('withdrawn.notice_id', '=', 'notices.id').on('withdrawn.event', '=', 'withdrawn')
		)
		.leftJoin('notice_beacons as entry', (join) =>
			join.onRef('entry.notice_id', '=', 'notices.id').on('entry.confirmed_at', 'is', null)
		)
		.select(['notices.id', 'notices.title_it', 'notices.title_en', 'notices.beacon', 'notices.rule_set'])
		.select(['notices.created_by as createdBy', 'notices.opens_at as opensAt', 'notices.closes_at as closesAt'])
		.select(['opened.at as openedAt', 'withdrawn.at as withdrawnAt', 'entry.entered_by as enteredBy'])
		.execute();
	return rows.map(({ rule_set, title_it, title_en, ...notice }) => ({
		...notice,
		title: { it: title_it, en: title_en },
		rules: rule_set === null ? null : storedRules(rule_set)
	}));
}

/** The newest version of each notice's round, without its files. */
const newest = (db: Kysely<Database>) =>
	db
		.selectFrom('rounds')
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('rounds as newer')
						.select('newer.id')
						.whereRef('newer.notice_id', '=', 'rounds.notice_id')
						.whereRef('newer.version', '>', 'rounds.version')
				)
			)
		);

/**
 * The newest version of each notice's round; when its first provisional and its first final version were published; when a
 * home left the notice, and when a request ended, for the first time since it was prepared.
 */
export async function listNewestRounds(db: Kysely<Database>) {
	return newest(db)
		.select(['id', 'notice_id as noticeId', 'prepared_at as preparedAt', 'prepared_by as preparedBy'])
		.select(['approved_at as approvedAt', 'published_at as publishedAt', 'kind', 'summary'])
		.select(({ selectFrom }) => {
			const first = (final: boolean) =>
				selectFrom('rounds as earlier')
					.select(({ fn }) => fn.min('earlier.published_at').as('at'))
					.whereRef('earlier.notice_id', '=', 'rounds.notice_id')
					.where('earlier.kind', final ? '=' : '<>', 'final');
			return [
				first(false).as('firstProvisionalAt'),
				first(true).as('firstFinalAt'),
				selectFrom('notice_dwellings')
					.select(({ fn }) => fn.min('released_at').as('at'))
					.whereRef('notice_dwellings.notice_id', '=', 'rounds.notice_id')
					.whereRef('released_at', '>', 'rounds.prepared_at')
					.as('homeLeftAt'),
				selectFrom('applications')
					.select(({ fn }) => fn.min('ended_at').as('at'))
					.whereRef('applications.notice_id', '=', 'rounds.notice_id')
					.whereRef('ended_at', '>', 'rounds.prepared_at')
					.as('firstEndedAt')
			];
		})
		.execute();
}

/** The offers of each notice with the newest version of its ranking. */
const offersOfNewest = (db: Kysely<Database>) =>
	db
		.selectFrom('offers')
		.innerJoin(
			newest(db).select(['rounds.id', 'rounds.notice_id', 'rounds.prepared_at']).as('round'),
			'round.notice_id',
			'offers.notice_id'
		)
		.select('offers.notice_id as noticeId')
		.groupBy('offers.notice_id');

/** For each notice: unanswered offers with their nearest deadline, and the first not taken since the newest version. */
export async function listOfferStages(db: Kysely<Database>, now: string) {
	return offersOfNewest(db)
		.leftJoin('offer_events as answer', (join) =>
			join.onRef('answer.offer_id', '=', 'offers.id').on('answer.event', '<>', 'made')
		)
		.select(({ fn, eb, and, or }) => {
			const open = and([eb('answer.id', 'is', null), eb('offers.deadline', '>=', now)]);
			const lapsed = and([eb('answer.id', 'is', null), eb('offers.deadline', '<', now)]);
			const takenBack = and([eb('answer.event', '=', 'withdrawn'), eb('answer.justified', '=', 0)]);
			const notTaken = or([eb('answer.event', 'in', ['refused', 'expired']), takenBack]);
			const prepared = eb.ref('round.prepared_at');
			const notTakenAt = eb
				.case()
				.when(and([notTaken, eb('answer.at', '>', prepared)]))
				.then(eb.ref('answer.at'))
				.when(and([lapsed, eb('offers.deadline', '>', prepared)]))
				.then(eb.ref('offers.deadline'))
				.end();
			return [
				fn.count<number>(eb.case().when(open).then(1).end()).as('open'),
				fn.min(eb.case().when(open).then(eb.ref('offers.deadline')).end()).as('nearest'),
				fn.min(notTakenAt).as('firstNotTaken')
			];
		})
		.execute();
}

/**
 * For each notice, how many households have an offer or had one since the newest version was prepared; and how many have an
 * offer of that version after one of an earlier version.
 */
export async function countServed(db: Kysely<Database>) {
	return offersOfNewest(db)
		.select(({ fn, eb, and, or, exists, selectFrom }) => {
			const ended = eb('offers.released_at', '>', eb.ref('round.prepared_at'));
			const served = or([eb('offers.released_at', 'is', null), ended]);
			const earlier = selectFrom('offers as before')
				.select('before.id')
				.whereRef('before.application_id', '=', 'offers.application_id')
				.whereRef('before.round_id', '<>', 'offers.round_id');
			const moved = and([eb('offers.round_id', '=', eb.ref('round.id')), exists(earlier)]);
			const household = eb.ref('offers.application_id');
			return [
				fn.count<number>(eb.case().when(served).then(household).end()).distinct().as('served'),
				fn.count<number>(eb.case().when(moved).then(household).end()).distinct().as('moved')
			];
		})
		.execute();
}
