import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';

const COUNT = 6;

/** The years whose income a person may tell of, this one first. `told`: one that was told before stays among them. */
export function incomeYears(now: Instant, told: number | null = null): number[] {
	const years = Array.from({ length: COUNT }, (_, back) => Number(dayOf(now).slice(0, 4)) - back);
	return told === null || years.includes(told) ? years : [...years, told];
}
