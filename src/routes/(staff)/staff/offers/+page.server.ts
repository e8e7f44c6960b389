import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { listOfferNotices, readBoard } from '$lib/server/letting/offers/read-offers';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const notices = await listOfferNotices(db());
	const wanted = url.searchParams.get('notice') ?? notices[0]?.id;
	const notice = notices.find(({ id }) => id === wanted) ?? null;
	const page = pageNumber(url);
	const by = requireActor(locals);
	const sent = Number(/^[1-9]\d{0,5}$/.exec(url.searchParams.get('made') ?? '')?.[0] ?? 0);
	return { sent, notices, notice, board: notice ? await readBoard(db(), notice.id, page, by, now()) : null };
};
