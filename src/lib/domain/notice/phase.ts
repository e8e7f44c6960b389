import type { Instant } from '../calendar/instant';

export type NoticePhase = 'draft' | 'scheduled' | 'open' | 'closed' | 'withdrawn';

export type NoticeFacts = {
	readonly opensAt: Instant;
	/** The last instant at which a request is accepted. */
	readonly closesAt: Instant;
	/** When a manager published it; null for a draft. */
	readonly openedAt: Instant | null;
	readonly withdrawnAt: Instant | null;
};

/** The phase of a notice at `now`. It is never stored, because only the clock opens and closes a notice. */
export function noticePhase({ opensAt, closesAt, openedAt, withdrawnAt }: NoticeFacts, now: Instant): NoticePhase {
	if (withdrawnAt !== null) return 'withdrawn';
	if (openedAt === null) return 'draft';
	if (now < opensAt) return 'scheduled';
	return now <= closesAt ? 'open' : 'closed';
}
