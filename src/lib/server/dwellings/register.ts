import type { Insertable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Building } from '$lib/domain/dwelling/dwelling';
import { searchText } from './search-text';
import type { BuildingsTable, DwellingsTable } from './table';

/** A building as the register takes it from a form or a file; lengths in mm. */
export type NewBuilding = Omit<Building, 'synthetic'>;

/** A dwelling as the register takes it; areas in hundredths of m2, lengths in mm, money in cents. */
export type NewDwelling = {
	readonly id: string;
	readonly code: string;
	readonly ownerId: string;
	readonly operationId: string | null;
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
};

/** A dwelling that the register holds, with the building it is in. */
export type KnownDwelling = NewDwelling & { readonly buildingId: string };

const bit = (value: boolean | null) => (value === null ? null : value ? 1 : 0);

export const buildingRow = (building: NewBuilding, now: Instant): Insertable<BuildingsTable> => ({
	id: building.id,
	code: building.code,
	street: building.street,
	street_number: building.streetNumber,
	municipality: building.municipality,
	district: building.district,
	rent_zone: building.rentZone,
	floors: building.floors,
	built_year: building.builtYear,
	lift: bit(building.lift),
	step_free_entrance: bit(building.stepFreeEntrance),
	entrance_door_mm: building.entranceDoorMm,
	lift_door_mm: building.liftDoorMm,
	lift_cabin_width_mm: building.liftCabinWidthMm,
	lift_cabin_depth_mm: building.liftCabinDepthMm,
	synthetic: 0,
	created_at: now
});

type Place = Pick<Building, 'id' | 'code' | 'street' | 'streetNumber' | 'municipality' | 'district'>;

export const dwellingRow = (dwelling: NewDwelling, building: Place, now: Instant): Insertable<DwellingsTable> => ({
	id: dwelling.id,
	code: dwelling.code,
	building_id: building.id,
	owner_id: dwelling.ownerId,
	operation_id: dwelling.operationId,
	erp: dwelling.erp ? 1 : 0,
	unit: dwelling.unit,
	floor: dwelling.floor,
	rooms: dwelling.rooms,
	net_area_dm2: dwelling.netAreaDm2,
	cadastral_area_dm2: dwelling.cadastralAreaDm2,
	rent_cents: dwelling.rentCents,
	energy_class: dwelling.energyClass,
	inner_door_mm: dwelling.innerDoorMm,
	corridor_mm: dwelling.corridorMm,
	turning_mm: dwelling.turningMm,
	wc_side_mm: dwelling.wcSideMm,
	wc_front_mm: dwelling.wcFrontMm,
	shower_floor_level: bit(dwelling.showerFloorLevel),
	measured_on: dwelling.measuredOn,
	search: dwellingSearch(dwelling.code, building),
	synthetic: 0,
	created_at: now
});

/** What a dwelling is found by: its code and where it is. */
export const dwellingSearch = (code: string, place: Omit<Place, 'id'>) =>
	searchText(code, place.code, place.street, place.streetNumber, place.municipality, place.district);
