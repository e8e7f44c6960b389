import type { Dwelling } from '$lib/domain/dwelling/dwelling';
import type { Instant } from '$lib/domain/calendar/instant';
import type { DwellingHistory, MilestoneEvent } from '$lib/domain/programme/milestone';
import type { DwellingState } from '$lib/domain/programme/state-of';

/** A milestone with what proves it. */
export type RecordedMilestone = {
	readonly event: MilestoneEvent;
	readonly at: Instant;
	readonly accountId: string | null;
	readonly accountName: string | null;
	readonly document: string | null;
	readonly signedBy: string | null;
	readonly source: string | null;
	/** The certificate is invented for the demo. */
	readonly synthetic?: boolean;
};

/** A history with what proves it; the oldest milestone first. */
export type RecordedHistory = Omit<DwellingHistory, 'milestones'> & {
	readonly milestones: readonly RecordedMilestone[];
};

export type DwellingWithHistory = Dwelling & {
	readonly state: DwellingState;
	readonly history: RecordedHistory;
};

/** A state, or all the dwellings that count as certified, or as restored in the demo, whatever came after. */
export type StateFilter = DwellingState | 'certified' | 'demo';

/** The filters of a list. `text` is as typed; `rooms` 4 means four and more. */
export type DwellingFilter = {
	readonly text?: string;
	readonly zone?: number;
	readonly rooms?: number;
	readonly state?: StateFilter;
	/** Every door between the street and the rooms is at least this wide, in mm, and measured or declared. */
	readonly doorMm?: number;
	/** From the street to the flat without a step. */
	readonly stepFree?: boolean;
	readonly lift?: boolean;
	readonly floorShower?: boolean;
	readonly operation?: string;
	/** A rent known to be at most this, in cents. */
	readonly mostRentCents?: number;
	/** A net area known to be at least this, in hundredths of m². */
	readonly leastAreaDm2?: number;
	/** Homes that somebody may ask for now: of a notice that is open. */
	readonly askable?: boolean;
	/** Dwellings of the programme only. */
	readonly programme?: boolean;
	/** Only what anybody may see: the programme's dwellings and those of notices opened by `now`. */
	readonly published?: boolean;
};
