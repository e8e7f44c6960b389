import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { confirmedChanges } from '$lib/server/notices/changes/reading-service';
import { readNotice } from '$lib/server/notices/notices/reading-service';
import { readReceipts } from '$lib/server/requests/applications/read-receipts';
import { pageNumber } from '$lib/server/platform/http/page-number';
import { formatDate } from '$lib/words/format';
import { changeText } from '$lib/words/notice-change-text';
import type { PageServerLoad } from './$types';

type Confirmed = Awaited<ReturnType<typeof confirmedChanges>>[number];
const shown = ({ id, change, reason, at }: Confirmed) => ({ id, ...changeText(change), reason, on: formatDate(at) });

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const page = pageNumber(url);
	const found = await readNotice(db(), { id: params.id, page }, locals.actor, now());
	if (!found) error(404, m.notice_not_found());
	const changes = found.notice.phase === 'draft' ? [] : await confirmedChanges(db(), params.id);
	return { ...found, changes: changes.map(shown), receipts: await readReceipts(db(), params.id) };
};
