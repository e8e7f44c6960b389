import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';

type Homes = ExpressionBuilder<Database, 'dwellings' | 'buildings'>;

/** 0 for a home that can be asked for now, 1 for all others. */
export const closedLast = (eb: Homes, now: Instant) =>
	eb
		.case()
		.when(eb.exists(openNotice(eb, now)))
		.then(0)
		.else(1)
		.end();

/** The notice in which a home can be asked for at `now`. */
export const openNotice = (eb: Homes, now: Instant) =>
	eb
		.selectFrom('notice_dwellings')
		.innerJoin('notices', 'notices.id', 'notice_dwellings.notice_id')
		.innerJoin('notice_events', 'notice_events.notice_id', 'notices.id')
		.select('notices.id')
		.whereRef('notice_dwellings.dwelling_id', '=', 'dwellings.id')
		.where('notice_dwellings.released_at', 'is', null)
		.where('notice_events.event', '=', 'opened')
		.where('notices.opens_at', '<=', now)
		.where('notices.closes_at', '>=', now)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('notice_events as ended')
						.select(sql`1`.as('one'))
						.whereRef('ended.notice_id', '=', 'notices.id')
						.where('ended.event', '=', 'withdrawn')
						.where('ended.at', '<=', now)
				)
			)
		);

/** Where each of some homes can be asked for at `now`, and until when, by the home's id. */
export async function openNoticesOf(db: Kysely<Database>, ids: readonly string[], now: Instant) {
	if (ids.length === 0) return new Map<string, { id: string; closesAt: Instant }>();
	const rows = await db
		.selectFrom('dwellings')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.innerJoin('notice_dwellings', 'notice_dwellings.dwelling_id', 'dwellings.id')
		.innerJoin('notices as open_notice', 'open_notice.id', 'notice_dwellings.notice_id')
		.select(['dwellings.id as dwelling', 'open_notice.id', 'open_notice.closes_at as closesAt'])
		.where('dwellings.id', 'in', ids)
		.where((eb) => eb('open_notice.id', 'in', openNotice(eb, now)))
		.orderBy('open_notice.closes_at')
		.execute();
	return new Map(rows.map(({ dwelling, ...notice }) => [dwelling, notice]));
}
