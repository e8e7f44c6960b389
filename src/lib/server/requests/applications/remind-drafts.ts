import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { dueReminders } from '$lib/domain/calendar/reminders';
import { findNotice } from '$lib/server/notices/notices/repository';
import { tell } from '$lib/server/people/messages/tell';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';
import { takeNearDrafts } from './draft-repository';
import { findLive } from './repository';

/** The most drafts that a turn reminds; the next turn goes on. */
const BATCH = 200;

/** Reminds accounts, once, that a request they began is not sent and its notice closes. Returns how many this call reminded. */
export async function remindDrafts(trx: Transaction<Database>, now: Instant): Promise<number> {
	const near = await takeNearDrafts(trx, dueReminders('draft', now), BATCH);
	for (const noticeId of new Set(near.map((draft) => draft.noticeId))) {
		const notice = (await findNotice(trx, noticeId))!;
		const drafts = near.filter((draft) => draft.noticeId === noticeId);
		const words = (locale: 'it' | 'en') => ({
			notice: notice.title[locale],
			deadline: formatDeadline(notice.closesAt, locale)
		});
		for (const { accountId } of drafts) {
			const template = (await findLive(trx, noticeId, accountId)) ? 'amendment_near' : 'draft_near';
			await tell(trx, template, { to: { accountId }, path: `/my/apply/${noticeId}`, words }, now);
		}
		const detail = { drafts: drafts.length };
		record(trx, { event: 'deadline_reminded', by: system, subject: { type: 'notice', id: noticeId }, detail, at: now });
	}
	return near.length;
}
