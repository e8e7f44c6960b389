import type { Generated } from 'kysely';

export type OutboxTable = {
	id: string;
	recipient: string;
	subject: string;
	body: string | null;
	/** The kept message that the mail carries; null for a mail with a secret link, which is kept nowhere. */
	message_id: Generated<string | null>;
	created_at: string;
	due_at: string;
	attempts: Generated<number>;
	sent_at: string | null;
	given_up_at: string | null;
	/** Why the last try failed, and when; null when the mail left, or was not tried. */
	problem: Generated<MailProblem | null>;
	problem_at: Generated<string | null>;
};

/**
 * `refused`: the server of the recipient takes no mail for this address (SMTP 5xx). `later`: it asked to try again (4xx).
 * `unreachable`: no answer.
 */
export type MailProblem = 'refused' | 'later' | 'unreachable';
