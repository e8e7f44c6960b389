import type { Instant } from '$lib/domain/calendar/instant';

export type WhatIfState = 'running' | 'answered' | 'cancelled' | 'failed' | 'lost';

/** Seconds after which the process that worked it out is believed to be gone. */
const LOST_AFTER = 60;

type Row = {
	readonly seenAt: Instant;
	readonly cancelledAt: Instant | null;
	readonly endedAt: Instant | null;
	readonly problem: string | null;
};

/** The state of a question, worked out from its row, because a process that stopped can write nothing. */
export function stateOf({ seenAt, cancelledAt, endedAt, problem }: Row, now: Instant): WhatIfState {
	if (cancelledAt !== null) return 'cancelled';
	if (problem !== null) return 'failed';
	if (endedAt !== null) return 'answered';
	return Date.parse(now) - Date.parse(seenAt) > LOST_AFTER * 1_000 ? 'lost' : 'running';
}
