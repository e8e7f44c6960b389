import type { Instant } from '$lib/domain/calendar/instant';

export const moves = ['day', 'week', 'before-deadline', 'after-deadline', 'reset'] as const;
export type Move = (typeof moves)[number] | { readonly days: number };

export type Moved =
	| { readonly ok: true; readonly offset: number }
	| { readonly ok: false; readonly problem: 'no-deadline-ahead' | 'clock-too-far' };

const DAY = 86_400_000;
/** Enough time to open the page and act before the deadline passes. */
const JUST_BEFORE = 5 * 60_000;
const JUST_AFTER = 1_000;
/** Beyond this the dates of the world no longer make sense. */
const FARTHEST = 400 * DAY;

/**
 * How far from the real time the demo clock stands after `move`, in milliseconds.
 * `nextDeadline` is the first one after `now`, null when there is none. The clock goes forward, or back to the real time.
 */
export function offsetAfter(move: Move, offset: number, now: Instant, nextDeadline: Instant | null): Moved {
	if (move === 'reset') return { ok: true, offset: 0 };
	const forward = step(move, now, nextDeadline);
	if (forward === null) return { ok: false, problem: 'no-deadline-ahead' };
	const moved = offset + Math.max(0, forward);
	return moved > FARTHEST ? { ok: false, problem: 'clock-too-far' } : { ok: true, offset: moved };
}

function step(move: Exclude<Move, 'reset'>, now: Instant, nextDeadline: Instant | null): number | null {
	if (typeof move === 'object') return move.days * DAY;
	if (move === 'day' || move === 'week') return move === 'day' ? DAY : 7 * DAY;
	if (nextDeadline === null) return null;
	const left = Date.parse(nextDeadline) - Date.parse(now);
	return move === 'before-deadline' ? left - JUST_BEFORE : left + JUST_AFTER;
}
