import { withLinks } from '$lib/i18n/dwelling-links';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { programmeReport } from '$lib/server/programme/operations/service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { overview, ...report } = await programmeReport(db(), now());
	return { ...report, overview: { ...overview, real: withLinks(overview.real), demo: withLinks(overview.demo) } };
};
