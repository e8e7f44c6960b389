import type { Instant } from '../calendar/instant';

export type NoticePhase = 'draft' | 'scheduled' | 'open' | 'closed' | 'withdrawn';

export type NoticeFacts = {
	readonly opensAt: Instant;
	/** The last moment at which a request is taken. */
	readonly closesAt: Instant;
	/** When a manager published it; null for a draft. */
	readonly openedAt: Instant | null;
	readonly withdrawnAt: Instant | null;
};

/** Where a notice stands at `now`: never stored, because the clock alone opens and closes it. */
export function noticePhase({ opensAt, closesAt, openedAt, withdrawnAt }: NoticeFacts, now: Instant): NoticePhase {
	if (withdrawnAt !== null) return 'withdrawn';
	if (openedAt === null) return 'draft';
	if (now < opensAt) return 'scheduled';
	return now <= closesAt ? 'open' : 'closed';
}
