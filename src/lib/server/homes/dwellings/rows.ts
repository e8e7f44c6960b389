import type { Selectable } from 'kysely';
import type { Building, Dwelling } from '$lib/domain/dwelling/dwelling';
import { buildingMeasuresOf, dwellingMeasuresOf } from './measure-columns';
import type { BuildingsTable, DwellingsTable } from './table';

export type BuildingRow = Selectable<BuildingsTable>;
export type DwellingRow = Selectable<DwellingsTable>;

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
	...buildingMeasuresOf(row),
	measuredOn: row.measured_on,
	measuredBy: row.measured_by,
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
	...dwellingMeasuresOf(row),
	measuredOn: row.measured_on,
	measuredBy: row.measured_by
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
