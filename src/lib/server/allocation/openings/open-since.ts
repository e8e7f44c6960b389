import type { Instant } from '$lib/domain/calendar/instant';

/** How long the auditor who opened a version may read it. After that they ask again, with a reason. */
const OPEN_HOURS = 24;

/** An opening after this instant is still open at `now`. */
export const openSince = (now: Instant): Instant => new Date(Date.parse(now) - OPEN_HOURS * 3_600_000).toISOString();

/** Until when what was opened at `at` is open. */
export const openUntil = (at: Instant): Instant => new Date(Date.parse(at) + OPEN_HOURS * 3_600_000).toISOString();
