import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { programmeReport } from '$lib/server/programme/operations/service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { overview, ...report } = await programmeReport(db(), now());
	const { restored, offered, keysDelivered, target, synthetic } = overview;
	return { ...report, figures: { restored, offered, keysDelivered, target, synthetic } };
};
