import type { ContestOutcome } from '$lib/domain/rounds/contest';

/** A line of its points that a household contests during the days for corrections, and what the office decided. */
export type ContestsTable = {
	id: string;
	application_id: string;
	/** That of the request. */
	notice_id: string;
	/** `ContestContent`, sealed with the key of the request: which line it is may tell of health. */
	content_sealed: string;
	account_id: string;
	at: string;
	outcome: ContestOutcome | null;
	/** `DecisionContent`, sealed in the same way. */
	decision_sealed: string | null;
	decided_by: string | null;
	decided_at: string | null;
};
