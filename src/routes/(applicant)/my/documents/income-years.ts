import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';

const COUNT = 6;

/** The years whose income a person may tell of, this one first. */
export const incomeYears = (now: Instant): number[] =>
	Array.from({ length: COUNT }, (_, back) => Number(dayOf(now).slice(0, 4)) - back);
