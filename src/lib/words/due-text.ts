import { daysLeft } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { formatTime, formatWeekday } from './format';

/** The last minute of a day: a deadline that names no hour. */
const END_OF_DAY = '23:59';

/** A deadline as a person at work says it: `scade domani, mercoledì 2 dicembre`, `scadeva lunedì 30 novembre`. */
export function dueText(due: Instant, now: Instant): string {
	const date = formatWeekday(due, now);
	if (due < now) return m.work_was_due({ date });
	const days = daysLeft(due, now);
	if (days > 1) return m.work_due({ date });
	if (days === 1) return m.work_due_tomorrow({ date });
	const time = formatTime(due);
	return time === END_OF_DAY ? m.work_due_today() : m.work_due_today_at({ time });
}

/** The delay in words: `scaduta da 3 giorni`. Only for a deadline that has passed. */
export function overdueText(due: Instant, now: Instant): string {
	const days = -daysLeft(due, now);
	return days === 0 ? m.work_overdue_today() : m.work_overdue({ count: days });
}
