import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';

export const preconditionNames = [
	'opened',
	'closed',
	'beacon',
	'beacon-after-closing',
	'dwellings',
	'applications',
	'rules-frozen'
] as const;
export type PreconditionName = (typeof preconditionNames)[number];

export interface Precondition {
	readonly name: PreconditionName;
	readonly met: boolean;
}

/** The facts of a notice that its first round needs. */
export interface RoundNotice {
	readonly openedAt: Instant | null;
	readonly closesAt: Instant;
	readonly beacon: string | null;
	readonly beaconAt: Instant | null;
	readonly rulesFrozen: boolean;
	/** Dwellings of the notice that were not released. */
	readonly dwellings: number;
	/** Requests that were sent and have not ended. */
	readonly applications: number;
}

/**
 * Everything that must be true before a round is prepared, in the order of the page. The notice is frozen before
 * applications open, and the deciding number is not known when they close.
 */
export function roundPreconditions(notice: RoundNotice, now: Instant): Precondition[] {
	const met: Record<PreconditionName, boolean> = {
		opened: notice.openedAt !== null,
		closed: notice.openedAt !== null && isPast(notice.closesAt, now),
		'rules-frozen': notice.rulesFrozen,
		beacon: isBeacon(notice.beacon),
		'beacon-after-closing': notice.beaconAt !== null && notice.beaconAt > notice.closesAt,
		dwellings: notice.dwellings > 0,
		applications: notice.applications > 0
	};
	return preconditionNames.map((name) => ({ name, met: met[name] }));
}

/** Lower-case hexadecimal, one or more pairs. */
function isBeacon(text: string | null): text is string {
	return text !== null && /^([0-9a-f]{2})+$/.test(text);
}
