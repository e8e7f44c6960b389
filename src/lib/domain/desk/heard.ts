import { dayOf } from '../calendar/deadline';
import type { Day, Instant } from '../calendar/instant';

/** The way in which the words of a household reached the office, when the household did not write them in the portal. */
export const deskChannels = ['letter', 'phone', 'desk'] as const;
export type DeskChannel = (typeof deskChannels)[number];

/**
 * What the office heard from a household, and how it knows: the day on which it was said or came in, and what shows it
 * (protocol of a letter, number of a call).
 */
export type Heard = { readonly channel: DeskChannel; readonly on: Day; readonly evidence: string };

export type HeardProblem = 'heard-to-come' | 'evidence-missing';

/** Whether the office can have heard it: on a day that has come, and something shows it. Null when it can. */
export function judgeHeard({ on, evidence }: Heard, now: Instant): HeardProblem | null {
	if (on > dayOf(now)) return 'heard-to-come';
	return evidence.trim() === '' ? 'evidence-missing' : null;
}
