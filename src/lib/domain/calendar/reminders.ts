import type { Instant } from './instant';

const DAY = 86_400_000;

/**
 * How many days before a deadline a household is reminded. Example values that the agency sets: an offer lasts ten days, the
 * answer to a notice of rejection too; a mandate is renewed at the desk of its organisation.
 */
export const REMIND_BEFORE = { offer: 2, rejection: 3, draft: 3, mandate: 15 } as const;

/**
 * Which deadlines to remind of at `now`: those from now until `until`, of what was told before `since`. Who was told within
 * the last day is not reminded, because that message says the deadline.
 */
export function dueReminders(kind: keyof typeof REMIND_BEFORE, now: Instant) {
	const at = (days: number) => new Date(Date.parse(now) + days * DAY).toISOString();
	return { now, until: at(REMIND_BEFORE[kind]), since: at(-1) };
}

export type DueReminders = ReturnType<typeof dueReminders>;
