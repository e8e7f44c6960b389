import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import type { Cursor, RequestFilter } from './filter';

/** The most that a count counts: it costs as much in a portal of any size. */
export const COUNTED = 10_000;

/**
 * The next `limit` requests of a list. Those with a deadline come by the nearest one, the others newest first; each order
 * has its index, so a page costs as much wherever it stands.
 */
export async function listKeys(
	db: Kysely<Database>,
	filter: RequestFilter,
	limit: number,
	now: Instant
): Promise<Cursor[]> {
	const { after, state } = filter;
	if (state === 'rejection' || state === 'decide') {
		let query = rejections(db, filter, now).select(['rejections.application_id as id', 'rejections.deadline as key']);
		if (after)
			query = query.where(({ eb, refTuple, tuple }) =>
				eb(refTuple('rejections.deadline', 'rejections.application_id'), '>', tuple(after.key, after.id))
			);
		return query.orderBy('rejections.deadline').orderBy('rejections.application_id').limit(limit).execute();
	}
	if (state === 'offer' || state === 'accepted') {
		let query = offers(db, filter, now).select(['offers.application_id as id', 'offers.deadline as key']);
		if (after)
			query = query.where(({ eb, refTuple, tuple }) =>
				eb(refTuple('offers.deadline', 'offers.application_id'), '>', tuple(after.key, after.id))
			);
		return query.orderBy('offers.deadline').orderBy('offers.application_id').limit(limit).execute();
	}
	let query = requests(db, filter).select(['id', 'submitted_at as key']);
	if (after)
		query = query.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('submitted_at', 'id'), '<', tuple(after.key, after.id))
		);
	return query.orderBy('submitted_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** How many requests a list has, `COUNTED + 1` at most. */
export async function countKeys(db: Kysely<Database>, filter: RequestFilter, now: Instant): Promise<number> {
	const { state } = filter;
	if (state === 'rejection' || state === 'decide')
		return counted(db, rejections(db, filter, now).select('rejections.id'));
	if (state === 'offer' || state === 'accepted') return counted(db, offers(db, filter, now).select('offers.id'));
	return counted(db, requests(db, filter).select('id'));
}

async function counted<Tables extends keyof Database>(
	db: Kysely<Database>,
	query: SelectQueryBuilder<Database, Tables, { id: string }>
): Promise<number> {
	const { count } = await db
		.selectFrom(query.limit(COUNTED + 1).as('some'))
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

function requests(db: Kysely<Database>, { notice, state }: RequestFilter) {
	let query = db.selectFrom('applications');
	if (notice) query = query.where('notice_id', '=', notice);
	if (state === 'in') query = query.where('ended_at', 'is', null);
	return state === 'ended' ? query.where('ended_at', 'is not', null) : query;
}

/** Open notices of rejection: `rejection` those whose household may answer, `decide` those whose time is over. */
function rejections(db: Kysely<Database>, { notice, state }: RequestFilter, now: Instant) {
	const open = db
		.selectFrom('rejections')
		.where('rejections.closed_at', 'is', null)
		.where('rejections.deadline', state === 'decide' ? '<' : '>=', now);
	return notice ? open.where('rejections.notice_id', '=', notice) : open;
}

/** Offers that hold a home: `offer` those that may be answered now, `accepted` those that were accepted. */
function offers(db: Kysely<Database>, { notice, state }: RequestFilter, now: Instant) {
	const live = db.selectFrom('offers').where('offers.released_at', 'is', null);
	const held =
		state === 'accepted'
			? live.where(({ exists, selectFrom }) =>
					exists(
						selectFrom('offer_events')
							.select('offer_events.id')
							.whereRef('offer_events.offer_id', '=', 'offers.id')
							.where('offer_events.event', '=', 'accepted')
					)
				)
			: live
					.where('offers.deadline', '>=', now)
					.where(({ not, exists, selectFrom }) =>
						not(
							exists(
								selectFrom('offer_events')
									.select('offer_events.id')
									.whereRef('offer_events.offer_id', '=', 'offers.id')
									.where('offer_events.event', '<>', 'made')
							)
						)
					);
	return notice ? held.where('offers.notice_id', '=', notice) : held;
}

/** The notices that requests can be under, the one that closes last first. */
export async function listNoticeTitles(db: Kysely<Database>) {
	return db
		.selectFrom('notices')
		.select(['notices.id', 'notices.title_it as titleIt', 'notices.title_en as titleEn'])
		.where(({ exists, selectFrom }) =>
			exists(selectFrom('applications').select('applications.id').whereRef('applications.notice_id', '=', 'notices.id'))
		)
		.orderBy('notices.closes_at', 'desc')
		.orderBy('notices.id')
		.execute();
}
