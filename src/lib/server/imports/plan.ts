import { dayOf, romeInstant } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Building } from '$lib/domain/dwelling/dwelling';
import { milestoneOrder, type MilestoneEvent } from '$lib/domain/programme/milestone';
import type { KnownDwelling, NewBuilding } from '$lib/server/dwellings/register';
import type { ImportedRow } from './check-row';
import type { ImportCounts } from './report';

type PlannedMilestone = { readonly event: MilestoneEvent; readonly at: Instant };

/** What to write so that the register says what the file says. */
export type ImportPlan = {
	readonly counts: ImportCounts;
	readonly newBuildings: readonly NewBuilding[];
	readonly changedBuildings: readonly NewBuilding[];
	readonly newDwellings: readonly {
		readonly dwelling: KnownDwelling;
		readonly building: NewBuilding;
		readonly milestones: readonly PlannedMilestone[];
	}[];
	readonly changedDwellings: readonly { readonly dwelling: KnownDwelling; readonly building: NewBuilding }[];
};

const unknownBuilding: Omit<NewBuilding, 'id' | 'code' | 'municipality'> = {
	street: null,
	streetNumber: null,
	district: null,
	rentZone: null,
	floors: null,
	builtYear: null,
	lift: null,
	stepFreeEntrance: null,
	entranceDoorMm: null,
	liftDoorMm: null,
	liftCabinWidthMm: null,
	liftCabinDepthMm: null
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
	innerDoorMm: null,
	corridorMm: null,
	turningMm: null,
	wcSideMm: null,
	wcFrontMm: null,
	showerFloorLevel: null,
	measuredOn: null
};

/**
 * Compares checked rows with the register. A field the file does not give keeps what the register knows; days of works
 * are taken for new dwellings only, because those of a known one are recorded one by one.
 */
export function planImport(
	rows: readonly ImportedRow[],
	known: { buildings: ReadonlyMap<string, Building>; dwellings: ReadonlyMap<string, KnownDwelling> },
	newId: () => string,
	now: Instant
): ImportPlan {
	const buildings = mergeBuildings(rows, known.buildings, newId);
	const newDwellings: ImportPlan['newDwellings'][number][] = [];
	const changedDwellings: ImportPlan['changedDwellings'][number][] = [];
	let unchangedDwellings = 0;
	for (const row of rows) {
		const building = buildings.all.get(row.buildingCode)!;
		const before = known.dwellings.get(row.code);
		const base = before ?? { ...unknownDwelling, id: newId(), code: row.code };
		const dwelling = { ...base, ...row.dwelling, buildingId: building.id } as KnownDwelling;
		if (!before) newDwellings.push({ dwelling, building, milestones: milestonesOf(row, dwelling, now) });
		else if (!same(before, dwelling)) changedDwellings.push({ dwelling, building });
		else unchangedDwellings += 1;
	}
	const changedBuildings = [...buildings.changed.values()];
	return {
		newBuildings: buildings.added,
		changedBuildings,
		newDwellings,
		changedDwellings,
		counts: {
			newBuildings: buildings.added.length,
			changedBuildings: changedBuildings.length,
			newDwellings: newDwellings.length,
			changedDwellings: changedDwellings.length,
			unchangedDwellings
		}
	};
}

function mergeBuildings(rows: readonly ImportedRow[], known: ReadonlyMap<string, Building>, newId: () => string) {
	const all = new Map<string, NewBuilding>();
	for (const { buildingCode: code, building } of rows) {
		const base = all.get(code) ?? known.get(code) ?? { ...unknownBuilding, id: newId(), code, municipality: '' };
		all.set(code, { ...base, ...building });
	}
	const added = [...all.values()].filter(({ code }) => !known.has(code));
	const changed = new Map<string, NewBuilding>();
	for (const [code, building] of all) {
		const before = known.get(code);
		if (before && !same(before, building)) changed.set(code, building);
	}
	return { all, added, changed };
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
