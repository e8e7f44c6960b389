import type { Generated } from 'kysely';

export type RejectionsTable = {
	id: string;
	application_id: string;
	/** That of the request, and of each later version. */
	notice_id: string;
	reason: string;
	notified_by: string;
	notified_at: string;
	deadline: string;
	/** When its household was told that the deadline is near. */
	reminded_at: Generated<string | null>;
	closed_by: string | null;
	closed_at: string | null;
	/** What the household answers, sealed; null before. */
	answer: Generated<string | null>;
	answered_at: Generated<string | null>;
	/** Who proposed the exclusion of a household that would lose a home; null where one person decides. */
	proposed_by: Generated<string | null>;
	proposed_at: Generated<string | null>;
	/** Why the office decided as it did, or proposes to decide, sealed; null where nothing was answered. */
	decision: Generated<string | null>;
	outcome: 'excluded' | 'dropped' | null;
};
