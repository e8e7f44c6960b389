import type { DeskChannel } from '$lib/domain/desk/heard';

/** What a household without an account of its own said to the office, and the officer who records it (adr 48). */
export type DeskRecordsTable = {
	id: string;
	account_id: string;
	data_key_id: string;
	channel: DeskChannel;
	/** The day on which it was said or came in. */
	heard_on: string;
	/** What shows it, sealed with the key of the person: it may name somebody. */
	evidence_sealed: string;
	opened_by: string;
	opened_at: string;
	/** When the officer ended it; one that is not ended counts until the end of its day. */
	closed_at: string | null;
};
