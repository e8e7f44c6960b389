import type { Instant } from '../calendar/instant';

/** The events of a rule set made by staff; the last one gives its state. */
export type VersionEvent = {
	readonly event: 'forked' | 'imported' | 'proposed' | 'returned' | 'approved' | 'discarded';
	readonly at: Instant;
	readonly by: string;
};

/** draft: can be changed. proposed: waits for a second person. approved: notices can be bound to it; changes no more. */
export type VersionState = 'draft' | 'proposed' | 'approved' | 'discarded';

const after: Readonly<Record<VersionEvent['event'], VersionState>> = {
	forked: 'draft',
	imported: 'draft',
	returned: 'draft',
	proposed: 'proposed',
	approved: 'approved',
	discarded: 'discarded'
};

/** Where a version stands after its events, the oldest first. */
export const versionState = (events: readonly Pick<VersionEvent, 'event'>[]): VersionState =>
	after[events.at(-1)?.event ?? 'forked'];
