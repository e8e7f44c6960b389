import type { Updateable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { OutboxMail } from './repository';
import type { OutboxTable } from './table';

/** What a try writes into its row. */
export type Changes = Updateable<OutboxTable>;

export const MINUTE = 60_000;

/** Minutes until the next try after each failure; after the last one the mail is given up. */
export const WAITS = [1, 5, 15, 60, 180, 720, 1440];

export const after = (at: Instant, milliseconds: number): Instant =>
	new Date(Date.parse(at) + milliseconds).toISOString();

/** The number or the tax code, and the id that App IO gave, are not needed any more. */
const forgotten = { direct_sealed: null, receipt_sealed: null };

/** Nobody is told, and nothing is tried again. */
export const ended = (now: Instant): Changes => ({ given_up_at: now, body: null, ...forgotten });

/** It left, as far as the portal can know. */
export const left = (now: Instant): Changes => ({
	...{ sent_at: now, body: null, problem: null, problem_at: null },
	...forgotten
});

/** The row goes on as a mail, with all its tries. */
export const asMail = (now: Instant): Changes => ({
	...{ channel: 'email', attempts: 0, due_at: now, problem: null, problem_at: null },
	...forgotten
});

/** The same, because the channel did not reach its reader, which the record of the person shows. */
export const unreached = ({ channel }: OutboxMail, now: Instant): Changes => ({
	...asMail(now),
	...(channel !== 'email' && { left_channel: channel, left_at: now })
});
