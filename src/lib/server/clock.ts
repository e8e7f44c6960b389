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

/**
 * The time of the machine, which no demo shifts. For what is measured on the person at the keyboard: how long a session
 * was idle, how old a link or a one-time code is. A deadline may pass before one's eyes in the demo; the person who
 * moved the clock was not away meanwhile, and the code in their phone follows the real time.
 */
export function machineTime(): Instant {
	return new Date().toISOString();
}
