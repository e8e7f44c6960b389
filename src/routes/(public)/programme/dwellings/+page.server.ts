import { link } from '$lib/i18n/link';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { programmeOverview } from '$lib/server/programme/operations/service';
import { readFilter } from '$lib/server/homes/dwellings/filter-form';
import { listProgramme } from '$lib/server/homes/dwellings/reading-service';
import type { PageServerLoad } from './$types';

const SIZE = 50;

export const load: PageServerLoad = async ({ url }) => {
	const { filter, page } = readFilter(url.searchParams);
	const { rows, operations, ...pages } = await listProgramme(db(), filter, { page, size: SIZE }, now());
	const { target, proofs, declared, declaredAndCertified } = await programmeOverview(db(), now());
	return {
		...pages,
		figures: { target, proofs, declared, declaredAndCertified },
		filter,
		operations,
		rows: rows.map(({ code, state, building, rooms, netAreaDm2, synthetic }) => ({
			...{ code, state, building, rooms, netAreaDm2, synthetic },
			href: link('/(public)/dwellings/[code]', { code })
		}))
	};
};
