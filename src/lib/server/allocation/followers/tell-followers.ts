import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { newsSince, type FollowedNotice } from '$lib/domain/notice/news';
import { isLocale } from '$lib/paraglide/runtime';
import { listRounds } from '$lib/server/allocation/rounds/repository';
import { confirmedChanges } from '$lib/server/notices/changes/reading-service';
import { isFollowed } from '$lib/server/notices/followers/follow';
import { newsMail } from '$lib/server/notices/followers/mails';
import { followedNotices, lockUntold, markTold } from '$lib/server/notices/followers/repository';
import type { Notice } from '$lib/server/notices/notices/notice';
import { findNotice } from '$lib/server/notices/notices/repository';
import { BATCH } from '$lib/server/people/messages/in-turns';
import type { AppDatabase, DatabaseKind } from '$lib/server/platform/db/database';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { Database } from '$lib/server/schema';

/**
 * News are told when they are so old. An act that carries an earlier instant than another may commit after it; by then each has
 * committed, so that no news is passed over.
 */
const SETTLED_MS = 30_000;
const EVER = '';

/** Mails the news of followed notices to their followers, each once. Returns how many mails were written. */
export async function tellFollowers({ db, kind, transact }: AppDatabase, now: Instant): Promise<number> {
	const until = new Date(Date.parse(now) - SETTLED_MS).toISOString();
	let told = 0;
	for (const id of await followedNotices(db)) {
		const notice = await findNotice(db, id);
		if (!notice || !isFollowed(notice, now)) continue;
		const followed = await followedOf(db, notice);
		const last = newsSince(followed, EVER, until).at(-1);
		if (!last) continue;
		const batch = { notice, followed, until, last: last.at, now };
		for (let more = true; more;) {
			const wrote = await transact((trx) => tellBatch(trx, kind, batch));
			told += wrote;
			more = wrote === BATCH;
		}
	}
	return told;
}

async function followedOf(db: Kysely<Database>, { id, opensAt, closesAt, openedAt }: Notice): Promise<FollowedNotice> {
	const [changes, rounds] = [await confirmedChanges(db, id), await listRounds(db, id)];
	return {
		...{ opensAt, closesAt, openedAt: openedAt! },
		changes: changes.map(({ change, at }) => ({ kind: change.kind, at })),
		rankings: rounds.flatMap(({ version, kind, publishedAt }) =>
			publishedAt === null ? [] : [{ version, final: kind === 'final', at: publishedAt }]
		)
	};
}

type Batch = {
	readonly notice: Notice;
	readonly followed: FollowedNotice;
	readonly until: Instant;
	readonly last: Instant;
	readonly now: Instant;
};

async function tellBatch(
	trx: Transaction<Database>,
	kind: DatabaseKind,
	{ notice, followed, until, last, now }: Batch
) {
	const followers = await lockUntold(trx, kind, { noticeId: notice.id, before: last, limit: BATCH });
	for (const { id, email, locale, toldUpTo } of followers) {
		const news = newsSince(followed, toldUpTo, until);
		const reader = { id, email, locale: isLocale(locale) ? locale : 'it' } as const;
		if (news.length > 0) await enqueueMail(trx, newsMail(reader, notice, news), now);
	}
	const ids = followers.map(({ id }) => id);
	if (ids.length > 0) await markTold(trx, ids, last);
	return followers.length;
}
