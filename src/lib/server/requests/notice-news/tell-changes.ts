import type { Transaction } from 'kysely';
import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { NoticeChangeKind } from '$lib/domain/notice/notice-change';
import type { Locale } from '$lib/paraglide/runtime';
import { lockUntold, markTold, nextUntold } from '$lib/server/notices/changes/repository';
import type { Notice } from '$lib/server/notices/notices/notice';
import { findNotice } from '$lib/server/notices/notices/repository';
import { BATCH, tellInTurns } from '$lib/server/people/messages/in-turns';
import { tell } from '$lib/server/people/messages/tell';
import type { AppDatabase, DatabaseKind } from '$lib/server/platform/db/database';
import { recipientOf } from '$lib/server/requests/applications/recipient';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';
import { listHouseholds, type HouseholdOfNotice } from './repository';

/**
 * Tells every household of a notice that changed: those with a live request, and those with an unsent draft while requests are
 * still taken. Returns how many households were told.
 */
export const tellNoticeChanges = (database: AppDatabase, now: Instant): Promise<number> =>
	tellInTurns(database, { next: nextUntold, tellBatch: (trx, kind, id) => tellBatch(trx, kind, id, now) });

async function tellBatch(trx: Transaction<Database>, database: DatabaseKind, id: string, now: Instant) {
	const change = await lockUntold(trx, database, id);
	if (!change) return null;
	const notice = (await findNotice(trx, change.noticeId))!;
	const households = await listHouseholds(trx, notice.id, change.toldUpTo ?? '', BATCH);
	const open = !isPast(notice.closesAt, now);
	const toTell = households.filter(({ protocol }) => protocol !== null || open);
	for (const household of toTell) await tellOne(trx, { change, notice, household }, now);
	const last = households.length < BATCH;
	await markTold(trx, id, { upTo: households.at(-1)?.id ?? change.toldUpTo, at: last ? now : null });
	return toTell.length;
}

type About = {
	readonly change: { readonly kind: NoticeChangeKind; readonly reason: string };
	readonly notice: Notice;
	readonly household: HouseholdOfNotice;
};

async function tellOne(trx: Transaction<Database>, { change, notice, household }: About, now: Instant) {
	const { id, protocol, accountId, dataKeyId } = household;
	const to = recipientOf({ accountId, dataKeyId, protocol: protocol ?? '' });
	const own = protocol === null ? `/my/apply/${notice.id}` : `/my/requests/${id}`;
	const words = (locale: Locale) => ({ notice: notice.title[locale], reason: change.reason });
	if (change.kind === 'texts') {
		await tell(trx, 'notice_corrected', { to, path: `/notices/${notice.id}`, words }, now);
		return;
	}
	const template = protocol === null ? 'notice_extended_draft' : 'notice_extended';
	const dated = (locale: Locale) => ({ ...words(locale), deadline: formatDeadline(notice.closesAt, locale) });
	await tell(trx, template, { to, path: own, words: dated }, now);
}
