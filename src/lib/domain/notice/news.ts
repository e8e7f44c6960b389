import type { Instant } from '../calendar/instant';
import type { NoticeChangeKind } from './notice-change';

/** A piece of news that a follower of a notice gets. All of it stands on public pages. */
export type NoticeNews =
	| { readonly kind: 'opened' | 'closing' | NoticeChangeKind; readonly at: Instant }
	| { readonly kind: 'ranking'; readonly at: Instant; readonly version: number; readonly final: boolean };

/** A notice as the public sees it, with its changes in force and its published rankings. */
export type FollowedNotice = {
	readonly opensAt: Instant;
	readonly closesAt: Instant;
	/** When a manager published it. */
	readonly openedAt: Instant;
	readonly changes: readonly { readonly kind: NoticeChangeKind; readonly at: Instant }[];
	readonly rankings: readonly { readonly version: number; readonly final: boolean; readonly at: Instant }[];
};

const DAY = 86_400_000;
/** A reminder goes out so long before the end: time for one appointment at the desk. The choice of the agency. */
const REMINDER_DAYS = 3;

const closingSoon = (closesAt: Instant): Instant => new Date(Date.parse(closesAt) - REMINDER_DAYS * DAY).toISOString();

/**
 * The news of a notice after `since` and until `now`, in the order of time. A notice that has closed reminds nobody of its end, and
 * an end that moved later is reminded of again.
 */
export function newsSince(notice: FollowedNotice, since: Instant, now: Instant): NoticeNews[] {
	const opened = notice.opensAt > notice.openedAt ? notice.opensAt : notice.openedAt;
	const all: NoticeNews[] = [
		{ kind: 'opened', at: opened },
		...notice.changes.map(({ kind, at }) => ({ kind, at })),
		...notice.rankings.map((ranking) => ({ kind: 'ranking' as const, ...ranking }))
	];
	const reminder = closingSoon(notice.closesAt);
	if (now <= notice.closesAt && reminder > opened) all.push({ kind: 'closing', at: reminder });
	return all.filter(({ at }) => since < at && at <= now).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
