import { link } from '$lib/i18n/link';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { readFilter } from '$lib/server/homes/dwellings/filter-form';
import { listRegister } from '$lib/server/homes/dwellings/reading-service';
import type { PageServerLoad } from './$types';

const SIZE = 50;

export const load: PageServerLoad = async ({ url }) => {
	const { filter, page } = readFilter(url.searchParams);
	const { rows, zones, operations, ...pages } = await listRegister(db(), filter, { page, size: SIZE }, now());
	return {
		...pages,
		filter,
		zones,
		operations,
		rows: rows.map(({ id, code, state, building, rooms, netAreaDm2, synthetic }) => ({
			...{ code, state, building, rooms, netAreaDm2, synthetic },
			href: link('/(staff)/staff/dwellings/[id]', { id })
		}))
	};
};
