import { dayOf } from '../calendar/deadline';
import type { Day, Instant } from '../calendar/instant';

export const tenancyStates = ['assigned', 'contract_registered', 'keys_delivered', 'ended'] as const;
export type TenancyState = (typeof tenancyStates)[number];

export interface TenancyEvent {
	readonly event: TenancyState;
	readonly at: Instant;
}

/** The furthest step so far. */
export function tenancyState(events: readonly TenancyEvent[]): TenancyState {
	return tenancyStates.findLast((state) => events.some(({ event }) => event === state)) ?? 'assigned';
}

export type StepProblem = 'in-the-future' | 'before-the-step-before' | 'step-missing' | 'already-done';

/**
 * Whether `next` may be recorded with the date `on`: after the step before it, once, and not in the future.
 * @param on calendar day in Milan
 */
export function canStep(
	events: readonly TenancyEvent[],
	next: 'contract_registered' | 'keys_delivered',
	on: Day,
	now: Instant
): { readonly ok: true } | { readonly ok: false; readonly problem: StepProblem } {
	if (events.some(({ event }) => event === next)) return { ok: false, problem: 'already-done' };
	const wanted = next === 'keys_delivered' ? 'contract_registered' : 'assigned';
	const before = events.find(({ event }) => event === wanted);
	if (!before) return { ok: false, problem: 'step-missing' };
	if (on > dayOf(now)) return { ok: false, problem: 'in-the-future' };
	if (on < dayOf(before.at)) return { ok: false, problem: 'before-the-step-before' };
	return { ok: true };
}
