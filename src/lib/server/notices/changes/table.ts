import type { NoticeChangeKind } from '$lib/domain/notice/notice-change';

/** A change of a published notice, from its proposal on. */
export type NoticeChangesTable = {
	id: string;
	notice_id: string;
	kind: NoticeChangeKind;
	/** `NoticeEnd` or `NoticeTexts` as JSON, by the kind. */
	before: string;
	after: string;
	/** Published with the change. */
	reason: string;
	proposed_by: string;
	proposed_at: string;
	outcome: 'confirmed' | 'dropped' | null;
	closed_by: string | null;
	closed_at: string | null;
	/** The last request or draft whose household was told, in the order of ids; the instant when all were. */
	told_up_to: string | null;
	told_at: string | null;
};
