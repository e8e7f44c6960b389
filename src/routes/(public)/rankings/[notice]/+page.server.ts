import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { db } from '$lib/server/platform/db/app';
import { readRanking } from '$lib/server/allocation/rounds/read-rankings';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const pseudonym = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const page = pageNumber(url);
	const ranking = await readRanking(db(), params.notice, { page, pseudonym });
	if (!ranking) error(404, m.rankings_unknown());
	return { ranking, pseudonym };
};
