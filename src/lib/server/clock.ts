import type { Instant } from '$lib/domain/calendar/instant';

let offset = 0;

/** The present moment. The only clock of the portal: domain and services receive what it says as an argument. */
export function now(): Instant {
	return new Date(Date.now() + offset).toISOString();
}

/**
 * Moves the clock by `milliseconds` from the real time, so that a deadline passes before one's eyes.
 * For the demo and the tests; production never calls it (see demo/clock.ts).
 */
export function shiftClock(milliseconds: number): void {
	offset = milliseconds;
}
