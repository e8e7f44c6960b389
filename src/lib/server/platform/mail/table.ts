import type { Generated } from 'kysely';

export type OutboxTable = {
	id: string;
	/** The mail address of the reader: the mail goes there, at once or after the other channel refused. */
	recipient: string;
	subject: string;
	body: string | null;
	/** The kept message that the mail carries; null for a mail with a secret link, which is kept nowhere. */
	message_id: Generated<string | null>;
	/** The account that a message is for; null for a mail about the account itself. */
	reader_id: Generated<string | null>;
	/** The way that is tried now. `sms` and `io` say that there is news; when they are refused the row becomes a mail. */
	channel: Generated<OutboxChannel>;
	/** `Direct`, sealed for its reader; null for a mail, and once it is no longer needed. */
	direct_sealed: Generated<string | null>;
	/** The id under which App IO took the news, sealed for its reader; null unless the portal still asks whether it arrived. */
	receipt_sealed: Generated<string | null>;
	/** The channel that did not reach the reader, and when the row became a mail because of that; null where there is none. */
	left_channel: Generated<NewsChannel | null>;
	left_at: Generated<string | null>;
	created_at: string;
	due_at: string;
	attempts: Generated<number>;
	sent_at: string | null;
	given_up_at: string | null;
	/** Why the last try failed, and when; null when the mail left, or was not tried. */
	problem: Generated<MailProblem | null>;
	problem_at: Generated<string | null>;
};

export type NewsChannel = 'sms' | 'io';
export type OutboxChannel = 'email' | NewsChannel;

/**
 * `refused`: the server of the recipient takes nothing for this address (SMTP 5xx), this number or this tax code. `later`: it
 * asked to try again (SMTP 4xx). `unreachable`: no answer.
 */
export type MailProblem = 'refused' | 'later' | 'unreachable';
