import { unsurveyedBuilding, unsurveyedDwelling } from '$lib/domain/accessibility/features';
import { settleRoute } from '$lib/domain/accessibility/route';
import { dayOf, romeInstant } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Building } from '$lib/domain/dwelling/dwelling';
import { milestoneOrder, type MilestoneEvent } from '$lib/domain/programme/milestone';
import type { KnownDwelling, NewBuilding } from '$lib/server/homes/dwellings/register';
import type { ImportedBuilding, ImportedRow } from './check-row';

type PlannedMilestone = { readonly event: MilestoneEvent; readonly at: Instant };

/** The changes that make the register agree with the file on some buildings. */
export type BuildingPlan = { readonly added: readonly NewBuilding[]; readonly changed: readonly NewBuilding[] };

/** The same of some dwellings. */
export type DwellingPlan = {
	readonly added: readonly PlannedDwelling[];
	readonly changed: readonly PlannedDwelling[];
	readonly unchanged: number;
};

type PlannedDwelling = {
	readonly dwelling: KnownDwelling;
	readonly buildingCode: string;
	/** For a new dwelling only. */
	readonly milestones: readonly PlannedMilestone[];
};

const unknownBuilding: Omit<NewBuilding, 'id' | 'code' | 'municipality'> = {
	street: null,
	streetNumber: null,
	district: null,
	rentZone: null,
	floors: null,
	builtYear: null,
	...unsurveyedBuilding,
	measuredOn: null,
	measuredBy: null
};

const unknownDwelling: Omit<KnownDwelling, 'id' | 'code' | 'ownerId' | 'erp' | 'buildingId'> = {
	operationId: null,
	unit: null,
	floor: null,
	rooms: null,
	netAreaDm2: null,
	cadastralAreaDm2: null,
	rentCents: null,
	energyClass: null,
	...unsurveyedDwelling,
	measuredOn: null,
	measuredBy: null
};

/** Compares buildings with the register. A field the file does not give keeps what the register knows. */
export function planBuildings(
	rows: readonly ImportedBuilding[],
	known: ReadonlyMap<string, Building>,
	newId: () => string
): BuildingPlan {
	const added: NewBuilding[] = [];
	const changed: NewBuilding[] = [];
	for (const { code, fields } of rows) {
		const before = known.get(code);
		const base = before ?? { ...unknownBuilding, id: newId(), code, municipality: '' };
		const building: NewBuilding = settleRoute({ ...base, ...fields });
		if (!before) added.push(building);
		else if (!same(before, building)) changed.push(building);
	}
	return { added, changed };
}

/**
 * Compares dwellings with the register. A field the file does not give keeps what the register knows; days of works are
 * taken for new dwellings only, because those of a known one are recorded one by one.
 * @param buildings by code; one that is still to be written has no id yet
 */
export function planDwellings(
	rows: readonly ImportedRow[],
	buildings: ReadonlyMap<string, Building>,
	known: ReadonlyMap<string, KnownDwelling>,
	newId: () => string,
	now: Instant
): DwellingPlan {
	const added: PlannedDwelling[] = [];
	const changed: PlannedDwelling[] = [];
	for (const row of rows) {
		const { buildingCode } = row;
		const before = known.get(row.code);
		const base = before ?? { ...unknownDwelling, id: newId(), code: row.code };
		const dwelling = { ...base, ...row.dwelling, buildingId: buildings.get(buildingCode)?.id ?? '' } as KnownDwelling;
		if (!before) added.push({ dwelling, buildingCode, milestones: milestonesOf(row, dwelling, now) });
		else if (!same(before, dwelling)) changed.push({ dwelling, buildingCode, milestones: [] });
	}
	return { added, changed, unchanged: rows.length - added.length - changed.length };
}

function same(before: object, after: object): boolean {
	const now = after as Record<string, unknown>;
	return Object.entries(before).every(([field, value]) => now[field] === value);
}

/** A dwelling of the programme is identified at the first day known of it, today at the latest. */
function milestonesOf({ works }: ImportedRow, dwelling: KnownDwelling, now: Instant): PlannedMilestone[] {
	const given = milestoneOrder.filter((event) => works[event] !== undefined);
	if (given.length === 0 && dwelling.operationId === null) return [];
	const first = given[0] ? works[given[0]]! : dayOf(now);
	const days: [MilestoneEvent, string][] = [
		['identified', first],
		...given.map((event) => [event, works[event]!] as [MilestoneEvent, string])
	];
	return days.map(([event, day]) => ({ event, at: romeInstant(day, '00:00:00') }));
}
