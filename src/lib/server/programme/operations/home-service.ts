import type { Kysely } from 'kysely';
import { daysLeft } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { openNotices } from '$lib/server/notices/notices/open-notices-repository';
import { overviewOf, readProgramme } from './houses';

/** The data of the home page: the houses of the programme and the notices that take applications at `now`. */
export async function homeOverview(db: Kysely<Database>, now: Instant) {
	const programme = overviewOf(await readProgramme(db, now));
	const notices = await openNotices(db, now);
	return {
		programme,
		notices: notices.map((notice) => ({ ...notice, daysLeft: daysLeft(notice.closesAt, now) }))
	};
}
