import type { Instant } from '$lib/domain/calendar/instant';
import type { DwellingHistory, MilestoneEvent } from '$lib/domain/programme/milestone';
import type { DwellingState } from '$lib/domain/programme/state-of';

/** A building with its measures; lengths in mm; null is unknown. */
export type Building = {
	readonly id: string;
	readonly code: string;
	readonly street: string | null;
	readonly streetNumber: string | null;
	readonly municipality: string;
	readonly district: string | null;
	readonly rentZone: number | null;
	readonly floors: number | null;
	readonly builtYear: number | null;
	readonly lift: boolean | null;
	readonly stepFreeEntrance: boolean | null;
	readonly entranceDoorMm: number | null;
	readonly liftDoorMm: number | null;
	readonly liftCabinWidthMm: number | null;
	readonly liftCabinDepthMm: number | null;
	readonly synthetic: boolean;
};

/** A flat of a building; areas in hundredths of m2, lengths in mm, money in cents; null is unknown. */
export type Dwelling = {
	readonly id: string;
	readonly code: string;
	readonly building: Building;
	readonly owner: { readonly id: string; readonly name: string };
	readonly operation: { readonly id: string; readonly name: string } | null;
	readonly erp: boolean;
	readonly unit: string | null;
	readonly floor: number | null;
	readonly rooms: number | null;
	readonly netAreaDm2: number | null;
	readonly cadastralAreaDm2: number | null;
	readonly rentCents: number | null;
	readonly energyClass: string | null;
	readonly innerDoorMm: number | null;
	readonly corridorMm: number | null;
	readonly turningMm: number | null;
	readonly wcSideMm: number | null;
	readonly wcFrontMm: number | null;
	readonly showerFloorLevel: boolean | null;
	readonly measuredOn: string | null;
	readonly synthetic: boolean;
};

/** A milestone with what proves it. */
export type RecordedMilestone = {
	readonly event: MilestoneEvent;
	readonly at: Instant;
	readonly accountId: string | null;
	readonly accountName: string | null;
	readonly document: string | null;
	readonly signedBy: string | null;
	readonly source: string | null;
};

/** A history with what proves it; the oldest milestone first. */
export type RecordedHistory = Omit<DwellingHistory, 'milestones'> & {
	readonly milestones: readonly RecordedMilestone[];
};

export type DwellingWithHistory = Dwelling & {
	readonly state: DwellingState;
	readonly history: RecordedHistory;
};

/** What a list is narrowed to. `text` is as typed; `rooms` 4 means four and more. */
export type DwellingFilter = {
	readonly text?: string;
	readonly zone?: number;
	readonly rooms?: number;
	readonly state?: DwellingState;
	readonly operation?: string;
	/** Dwellings of the programme only. */
	readonly programme?: boolean;
	/** Only what anybody may see: the programme's dwellings and those of notices opened by `now`. */
	readonly published?: boolean;
};
