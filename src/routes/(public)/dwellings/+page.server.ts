import { link } from '$lib/i18n/link';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/db/app';
import { readFilter } from '$lib/server/dwellings/filter-form';
import { listPublished } from '$lib/server/dwellings/reading-service';
import type { PageServerLoad } from './$types';

const SIZE = 30;

export const load: PageServerLoad = async ({ url }) => {
	const { filter, page } = readFilter(url.searchParams);
	const { rows, zones, ...pages } = await listPublished(db(), filter, { page, size: SIZE }, now());
	return {
		...pages,
		filter,
		zones,
		rows: rows.map(({ code, state, building, rooms, netAreaDm2, synthetic }) => ({
			...{ code, state, building, rooms, netAreaDm2, synthetic },
			href: link('/(public)/dwellings/[code]', { code })
		}))
	};
};
