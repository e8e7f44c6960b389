import type { Instant } from '../calendar/instant';

/** How a message went. `waits`: for its next try, or to be posted. */
export type SentAs = 'mail-sent' | 'mail-failed' | 'mail-waits' | 'letter-posted' | 'letter-waits' | 'in-portal';

type Went = {
	readonly onPaper: boolean;
	readonly postedAt: Instant | null;
	/** Its last mail; null where none was written. */
	readonly mail: {
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
	return mail.sentAt === null ? 'mail-waits' : 'mail-sent';
}
