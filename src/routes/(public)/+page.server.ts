import { link } from '$lib/i18n/link';
import { getLocale } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { homeOverview } from '$lib/server/programme/operations/home-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { programme, notices } = await homeOverview(db(), now());
	return {
		houses: programme.houses.map(({ number, state, code }) => ({
			number,
			state,
			href: code === null ? undefined : link('/(public)/dwellings/[code]', { code })
		})),
		counts: programme.counts,
		restored: programme.restored,
		keysDelivered: programme.keysDelivered,
		target: programme.target,
		synthetic: programme.synthetic,
		notices: notices.map(({ synthetic, title, ...notice }) => ({
			...notice,
			title: title[getLocale()],
			simulation: synthetic
		}))
	};
};
