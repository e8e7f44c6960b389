import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';

/** A notice that takes applications now, with how many dwellings and applications it has. */
export type OpenNotice = {
	readonly id: string;
	readonly title: { readonly it: string; readonly en: string };
	readonly closesAt: Instant;
	readonly dwellings: number;
	readonly applications: number;
	readonly synthetic: boolean;
};

/** The notices that are open at `now`, the first to close first. */
export async function openNotices(db: Kysely<Database>, now: Instant): Promise<OpenNotice[]> {
	const rows = await db
		.selectFrom('notices')
		.select(['id', 'title_it', 'title_en', 'closes_at', 'synthetic'])
		.select((eb) => [dwellingsOf(eb).as('dwellings'), applicationsOf(eb).as('applications')])
		.where('opens_at', '<=', now)
		.where('closes_at', '>=', now)
		.where('id', 'in', noticesWith(db, 'opened', now))
		.where('id', 'not in', noticesWith(db, 'withdrawn', now))
		.orderBy('closes_at')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		title: { it: row.title_it, en: row.title_en },
		closesAt: row.closes_at,
		dwellings: Number(row.dwellings),
		applications: Number(row.applications),
		synthetic: row.synthetic === 1
	}));
}

type OfNotice = ExpressionBuilder<Database, 'notices'>;

const dwellingsOf = ({ selectFrom }: OfNotice) =>
	selectFrom('notice_dwellings')
		.select(({ fn }) => fn.countAll<number>().as('total'))
		.whereRef('notice_dwellings.notice_id', '=', 'notices.id')
		.where('notice_dwellings.released_at', 'is', null);

const applicationsOf = ({ selectFrom }: OfNotice) =>
	selectFrom('applications')
		.select(({ fn }) => fn.countAll<number>().as('total'))
		.whereRef('applications.notice_id', '=', 'notices.id')
		.where('applications.ended_at', 'is', null);

function noticesWith(db: Kysely<Database>, event: 'opened' | 'withdrawn', now: Instant) {
	return db.selectFrom('notice_events').select('notice_id').where('event', '=', event).where('at', '<=', now);
}
