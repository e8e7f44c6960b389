import { link } from '$lib/i18n/link';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { programmeReport } from '$lib/server/programme/operations/service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { overview, ...report } = await programmeReport(db(), now());
	return {
		...report,
		...overview,
		houses: overview.houses.map(({ number, state, code }) => ({
			number,
			state,
			href: code === null ? undefined : link('/(public)/dwellings/[code]', { code })
		}))
	};
};
