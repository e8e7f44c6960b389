import type { Instant } from '$lib/domain/calendar/instant';

/** The time for which an auditor may read a version after opening it. After that they ask again, with a reason. */
const OPEN_HOURS = 24;

/** An opening after this instant is still open at `now`. */
export const openSince = (now: Instant): Instant => new Date(Date.parse(now) - OPEN_HOURS * 3_600_000).toISOString();

/** Until when what was opened at `at` is open. */
export const openUntil = (at: Instant): Instant => new Date(Date.parse(at) + OPEN_HOURS * 3_600_000).toISOString();
