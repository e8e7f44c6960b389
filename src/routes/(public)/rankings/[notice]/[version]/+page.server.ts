import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { db } from '$lib/server/platform/db/app';
import { readVersion } from '$lib/server/allocation/rounds/read-rankings';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const version = /^\d{1,6}$/.test(params.version) ? Number(params.version) : 0;
	const page = pageNumber(url);
	const found = await readVersion(db(), params.notice, version, page);
	if (!found) error(404, m.rankings_unknown());
	return found;
};
