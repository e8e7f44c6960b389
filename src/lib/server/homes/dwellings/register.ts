import type { Insertable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { DwellingMeasures } from '$lib/domain/accessibility/measures';
import type { Building, LastSurvey } from '$lib/domain/dwelling/dwelling';
import { buildingColumns, dwellingColumns } from './measure-columns';
import { searchText } from './search-text';
import type { BuildingsTable, DwellingsTable } from './table';

/** A building as the register takes it from a form or a file; lengths in mm. */
export type NewBuilding = Omit<Building, 'synthetic'>;

/** A dwelling as the register takes it; areas in hundredths of m2, lengths in mm, money in cents. */
export type NewDwelling = DwellingMeasures &
	LastSurvey & {
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
	};

/** A dwelling that the register holds, with the building it is in. */
export type KnownDwelling = NewDwelling & { readonly buildingId: string };

/** Rows that an account of the demo puts in the register are invented. */
export const buildingRow = (
	building: Omit<NewBuilding, 'route'> & Partial<Pick<NewBuilding, 'route'>>,
	now: Instant,
	by: { readonly demo: boolean }
): Insertable<BuildingsTable> => ({
	id: building.id,
	code: building.code,
	street: building.street,
	street_number: building.streetNumber,
	municipality: building.municipality,
	district: building.district,
	rent_zone: building.rentZone,
	floors: building.floors,
	built_year: building.builtYear,
	...buildingColumns(building),
	measured_on: building.measuredOn,
	measured_by: building.measuredBy,
	synthetic: by.demo ? 1 : 0,
	created_at: now
});

type Place = Pick<Building, 'id' | 'code' | 'street' | 'streetNumber' | 'municipality' | 'district'>;

export const dwellingRow = (
	dwelling: NewDwelling,
	building: Place,
	now: Instant,
	by: { readonly demo: boolean }
): Insertable<DwellingsTable> => ({
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
	...dwellingColumns(dwelling),
	measured_on: dwelling.measuredOn,
	measured_by: dwelling.measuredBy,
	search: dwellingSearch(dwelling.code, building),
	synthetic: by.demo ? 1 : 0,
	created_at: now
});

/** The text by which a dwelling is found: its code and its place. */
export const dwellingSearch = (code: string, place: Omit<Place, 'id'>) =>
	searchText(code, place.code, place.street, place.streetNumber, place.municipality, place.district);
