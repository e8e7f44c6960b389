import type { Selectable } from 'kysely';
import type { Building, Dwelling } from '$lib/domain/dwelling/dwelling';
import type { BuildingsTable, DwellingsTable } from './table';

export type BuildingRow = Selectable<BuildingsTable>;
export type DwellingRow = Selectable<DwellingsTable>;

const yesNo = (value: number | null) => (value === null ? null : value === 1);

export const buildingOf = (row: BuildingRow): Building => ({
	id: row.id,
	code: row.code,
	street: row.street,
	streetNumber: row.street_number,
	municipality: row.municipality,
	district: row.district,
	rentZone: row.rent_zone,
	floors: row.floors,
	builtYear: row.built_year,
	lift: yesNo(row.lift),
	stepFreeEntrance: yesNo(row.step_free_entrance),
	entranceDoorMm: row.entrance_door_mm,
	liftDoorMm: row.lift_door_mm,
	liftCabinWidthMm: row.lift_cabin_width_mm,
	liftCabinDepthMm: row.lift_cabin_depth_mm,
	synthetic: row.synthetic === 1
});

/** The facts of a row that a form or a file may give. */
export const registeredOf = (row: DwellingRow) => ({
	id: row.id,
	code: row.code,
	buildingId: row.building_id,
	ownerId: row.owner_id,
	operationId: row.operation_id,
	erp: row.erp === 1,
	unit: row.unit,
	floor: row.floor,
	rooms: row.rooms,
	netAreaDm2: row.net_area_dm2,
	cadastralAreaDm2: row.cadastral_area_dm2,
	rentCents: row.rent_cents,
	energyClass: row.energy_class,
	innerDoorMm: row.inner_door_mm,
	corridorMm: row.corridor_mm,
	turningMm: row.turning_mm,
	wcSideMm: row.wc_side_mm,
	wcFrontMm: row.wc_front_mm,
	showerFloorLevel: yesNo(row.shower_floor_level),
	measuredOn: row.measured_on
});

export type DwellingNames = { owner_name: string; operation_name: string | null };

export function dwellingOf(row: DwellingRow & DwellingNames, building: Building): Dwelling {
	const { buildingId: _, ownerId, operationId, ...facts } = registeredOf(row);
	return {
		...facts,
		building,
		owner: { id: ownerId, name: row.owner_name },
		operation: operationId === null ? null : { id: operationId, name: row.operation_name ?? operationId },
		synthetic: row.synthetic === 1
	};
}
