import type { Instant } from '$lib/domain/calendar/instant';
import {
	buildingColumns,
	buildingMeasuresOf,
	dwellingColumns,
	dwellingMeasuresOf
} from '$lib/server/homes/dwellings/measure-columns';
import { surveysOf } from '$lib/server/homes/dwellings/survey-rows';
import { searchText } from '$lib/server/homes/dwellings/search-text';
import type { BuildingsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import { newId } from '$lib/server/ids';
import type { Listing } from '$lib/domain/matching/listing';

/** The register's rows of an inspected home: what the agency measured counts, not what was declared. */
export function homeRows(
	{ id, answers, events, synthetic }: Listing,
	ownerId: string,
	now: Instant
): { building: BuildingsTable; dwelling: DwellingsTable } {
	const { address, flat, access, rent } = answers;
	if (!address || !flat || !access || !rent) throw new Error('A listing is published with all its steps answered.');
	const inspection = events.find(({ event }) => event === 'inspected')?.detail;
	const measures = inspection?.measures ?? access.measures;
	const code = `PR-${id.slice(-12).toUpperCase()}`;
	const buildingId = newId();
	return {
		building: {
			id: buildingId,
			code: `${code}-E`,
			street: address.street,
			street_number: address.streetNumber,
			municipality: 'Milano',
			district: null,
			rent_zone: address.zone,
			floors: null,
			built_year: null,
			...buildingColumns(measures),
			measured_on: inspection?.on ?? null,
			measured_by: null,
			synthetic: Number(synthetic),
			created_at: now
		},
		dwelling: {
			id: newId(),
			code,
			building_id: buildingId,
			owner_id: ownerId,
			operation_id: null,
			erp: 0,
			unit: address.unit,
			floor: flat.floor,
			rooms: flat.rooms,
			net_area_dm2: inspection?.netAreaDm2 ?? flat.netAreaDm2,
			cadastral_area_dm2: flat.areaDm2,
			rent_cents: rent.rentCents,
			energy_class: flat.energyClass,
			...dwellingColumns(measures),
			measured_on: inspection?.on ?? null,
			measured_by: null,
			search: searchText(code, address.street, address.streetNumber, 'Milano'),
			synthetic: Number(synthetic),
			created_at: now
		}
	};
}

/** The first records of what was measured there: by the agency at the inspection, else declared by the landlord. */
export function firstSurveys(building: BuildingsTable, dwelling: DwellingsTable, by: string, at: Instant) {
	const last = { measuredOn: dwelling.measured_on, measuredBy: dwelling.measured_by };
	return [
		...surveysOf({ buildingId: building.id }, null, { ...buildingMeasuresOf(building), ...last }, { by, at }),
		...surveysOf({ dwellingId: dwelling.id }, null, { ...dwellingMeasuresOf(dwelling), ...last }, { by, at })
	];
}
