import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { publishedNotices } from '$lib/server/notices/notices/reading-service';
import { daysLeft } from '$lib/domain/calendar/deadline';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const at = now();
	const notices = (await publishedNotices(db(), at)).map((notice) => ({
		id: notice.id,
		title: notice.title,
		summary: notice.summary,
		phase: notice.phase,
		opensAt: notice.opensAt,
		closesAt: notice.closesAt,
		daysLeft: daysLeft(notice.closesAt, at),
		dwellings: notice.dwellings,
		applications: notice.applications,
		simulation: notice.source === 'imported' && notice.synthetic
	}));
	return { notices };
};
