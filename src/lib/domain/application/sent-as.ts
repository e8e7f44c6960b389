import type { Instant } from '../calendar/instant';

type Gateway = 'sms' | 'io';

/**
 * How a message went. `waits`: for its next try, or to be posted; for App IO also until it says that the message arrived. `after`: the
 * other channel did not reach the reader.
 */
export type SentAs =
	| 'mail-sent'
	| `mail-sent-after-${Gateway}`
	| 'mail-failed'
	| `${'mail' | Gateway}-waits`
	| `${Gateway}-sent`
	| 'letter-posted'
	| 'letter-waits'
	| 'in-portal';

type Went = {
	readonly onPaper: boolean;
	readonly postedAt: Instant | null;
	/** Its last mail; null where none was written. */
	readonly mail: {
		/** The way that is tried, or was used. */
		readonly channel: 'email' | Gateway;
		/** The channel that did not reach the reader, so that the mail went. */
		readonly leftChannel: Gateway | null;
		readonly sentAt: Instant | null;
		readonly problem: string | null;
		readonly givenUpAt: Instant | null;
	} | null;
};

/** A mail counts as failed once it was refused or given up; one that failed once and is tried again waits. */
export function sentAs({ onPaper, postedAt, mail }: Went): SentAs {
	if (onPaper) return postedAt === null ? 'letter-waits' : 'letter-posted';
	if (mail === null) return 'in-portal';
	if (mail.problem === 'refused' || mail.givenUpAt !== null) return 'mail-failed';
	const by = mail.channel === 'email' ? 'mail' : mail.channel;
	if (mail.sentAt === null) return `${by}-waits`;
	return by === 'mail' && mail.leftChannel ? `mail-sent-after-${mail.leftChannel}` : `${by}-sent`;
}
