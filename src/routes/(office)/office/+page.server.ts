import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { programmeReport } from '$lib/server/programme/operations/service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { overview, ...report } = await programmeReport(db(), now());
	const { real, demo, ...figures } = overview;
	return { ...report, figures, realCounts: real.counts, demoCounts: demo.counts };
};
