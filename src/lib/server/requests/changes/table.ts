import type { ChangeOutcome } from '$lib/domain/changes/change';
import type { DeskChannel } from '$lib/domain/desk/heard';

/** A change of a household after it sent its request, and what the office decided. Which change it is may tell of health. */
export type HouseholdChangesTable = {
	id: string;
	application_id: string;
	/** That of the request. */
	notice_id: string;
	/** `ChangeContent`, sealed with the key of the request. */
	content_sealed: string;
	/** How the office learned of it; null when the household told it in the portal. */
	channel: DeskChannel | null;
	/** The day on which the office learned of it. */
	told_on: string;
	account_id: string;
	at: string;
	outcome: ChangeOutcome | null;
	/** `DecisionContent`, sealed in the same way. */
	decision_sealed: string | null;
	decided_by: string | null;
	decided_at: string | null;
};
