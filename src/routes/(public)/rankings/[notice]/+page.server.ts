import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { db } from '$lib/server/platform/db/app';
import { readRanking } from '$lib/server/allocation/rounds/read-rankings';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const pseudonym = (url.searchParams.get('q') ?? '').trim().toUpperCase().slice(0, 100);
	const [page, homes] = [pageNumber(url), pageNumber(url, 'homes')];
	const ranking = await readRanking(db(), params.notice, { page, homes, pseudonym });
	if (!ranking) error(404, m.rankings_unknown());
	return { ranking, pseudonym };
};
