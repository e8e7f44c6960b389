import type { DeskChannel } from '$lib/domain/desk/heard';

/** A record of the desk: an officer writes down what a household without an account said to the office (adr 48). */
export type DeskRecordsTable = {
	id: string;
	account_id: string;
	data_key_id: string;
	channel: DeskChannel;
	/** The day on which it was said or came in. */
	heard_on: string;
	/** The proof, sealed with the key of the person: it may name somebody. */
	evidence_sealed: string;
	opened_by: string;
	opened_at: string;
	/** When the officer ended it; one that is not ended counts until the end of its day. */
	closed_at: string | null;
};
