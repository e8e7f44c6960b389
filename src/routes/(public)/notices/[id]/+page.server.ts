import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { readNotice } from '$lib/server/notices/notices/reading-service';
import { readReceipts } from '$lib/server/requests/applications/read-receipts';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const page = pageNumber(url);
	const found = await readNotice(db(), { id: params.id, page }, locals.actor, now());
	if (!found) error(404, m.notice_not_found());
	return { ...found, receipts: await readReceipts(db(), params.id) };
};
