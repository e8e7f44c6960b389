import { withLinks } from '$lib/i18n/dwelling-links';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { homeOverview } from '$lib/server/programme/operations/home-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { programme, notices } = await homeOverview(db(), now());
	return {
		programme: { ...programme, real: withLinks(programme.real), demo: withLinks(programme.demo) },
		notices: notices.map(({ synthetic, title, ...notice }) => ({
			...notice,
			title: title[getLocale()],
			simulation: synthetic
		}))
	};
};
