import type { Generated } from 'kysely';

/** A message to a person. What it says is sealed: that it was written may tell of health, or of hardship. */
export type MessagesTable = {
	id: string;
	/** Null for a household without an account: a letter goes by its reference, which is sealed with the text. */
	account_id: string | null;
	data_key_id: string;
	/** `Content` as JSON. */
	content_sealed: string;
	/** `email`: it left by the outbox, which knows whether an SMS or App IO told of it in the place of the mail. */
	channel: 'email' | 'paper';
	created_at: string;
	/** When a letter was posted, and by whom. */
	posted_at: Generated<string | null>;
	posted_by: Generated<string | null>;
	/** The print run that a letter is in, when it was prepared, and the officer who prints it. */
	run_id: Generated<string | null>;
	run_at: Generated<string | null>;
	run_by: Generated<string | null>;
};
