import type { NoticePromises } from '$lib/server/homes/dwellings/promises';
import { holdNotices, listNoticesOf } from './promise-repository';
import { refreshDrafts } from './refresh-drafts';

/** What the register of homes asks of the notices before it is changed, and what it tells them after. */
export const noticePromises: NoticePromises = {
	list: listNoticesOf,
	hold: holdNotices,
	placeAgain: refreshDrafts
};
