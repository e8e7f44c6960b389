import type { Instant } from '$lib/domain/calendar/instant';

let offset = 0;

/** The present moment. This is the only clock of the portal: domain and services take the time as an argument. */
export function now(): Instant {
	return new Date(Date.now() + offset).toISOString();
}

/**
 * Moves the clock by `milliseconds` from the real time, so that a person can watch a deadline pass. For the demo and
 * the tests; production never calls it (see demo/clock.ts).
 */
export function shiftClock(milliseconds: number): void {
	offset = milliseconds;
}

/**
 * The time of the machine, which the demo does not move. It measures what a person does at the keyboard: how long a
 * session was idle, how old a link or a one-time code is. Moving the demo's clock must not end a session, and a
 * person's phone makes codes by the real time.
 */
export function machineTime(): Instant {
	return new Date().toISOString();
}
