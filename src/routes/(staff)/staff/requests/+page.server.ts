import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { noticeTitle } from '$lib/i18n/notice-title';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { listStates, readRequestFilter } from '$lib/server/desk/requests/filter';
import { listRequests } from '$lib/server/desk/requests/service';
import { db } from '$lib/server/platform/db/app';
import { formatDate, formatNumber, formatPoints } from '$lib/words/format';
import { turnText } from '$lib/words/request-text';
import { listStateName } from './list-text';
import type { PageServerLoad } from './$types';

const path = () => link('/(staff)/staff/requests');

export const load: PageServerLoad = async ({ url }) => {
	const { after, ...filter } = readRequestFilter(url.searchParams);
	const { rows, count, many, next, notices } = await listRequests(db(), { ...filter, ...(after && { after }) }, now());
	const query = new URLSearchParams(filter);
	const shown = formatNumber(count);
	return {
		filter,
		notices: notices.map((notice) => ({ value: notice.id, label: noticeTitle(notice) })),
		states: listStates.map((value) => ({ value, label: listStateName[value]() })),
		count: many ? m.files_many({ count: shown }) : m.files_count({ count, shown }),
		first: after ? `${path()}?${query}` : null,
		next: next && `${path()}?${new URLSearchParams({ ...filter, after: next })}`,
		file: `${link('/(staff)/staff/requests/export')}?${query}`,
		rows: rows.map((row) => ({
			id: row.id,
			protocol: row.protocol,
			pseudonym: row.pseudonym,
			synthetic: row.synthetic,
			notice: inLanguage(row.notice.title),
			sent: formatDate(row.submittedAt),
			points: row.points === null ? m.files_points_gone() : formatPoints(row.points),
			turn: turnText(row.turn)
		}))
	};
};
