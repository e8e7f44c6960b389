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
import type { Listing, ListingAnswers } from '$lib/domain/matching/listing';

/** The register's rows of an inspected home, from the agency's measures and not from the declared ones. */
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
	const both = {
		measured_on: inspection?.on ?? null,
		measured_by: null,
		synthetic: Number(synthetic),
		created_at: now
	};
	const building = { ...placeColumns(address), ...buildingColumns(measures), ...both, id: newId(), code: `${code}-E` };
	const dwelling = {
		...flatColumns(flat, address, rent),
		...dwellingColumns(measures),
		...both,
		id: newId(),
		code,
		building_id: building.id,
		owner_id: ownerId,
		net_area_dm2: inspection?.netAreaDm2 ?? flat.netAreaDm2,
		search: searchText(code, address.street, address.streetNumber, 'Milano')
	};
	return { building, dwelling };
}

type Answered = Required<ListingAnswers>;

const placeColumns = ({ street, streetNumber, zone }: Answered['address']) => ({
	street,
	street_number: streetNumber,
	municipality: 'Milano',
	district: null,
	rent_zone: zone,
	floors: null,
	built_year: null
});

const flatColumns = (flat: Answered['flat'], { unit }: Answered['address'], { rentCents }: Answered['rent']) => ({
	operation_id: null,
	erp: 0,
	unit,
	floor: flat.floor,
	rooms: flat.rooms,
	cadastral_area_dm2: flat.areaDm2,
	rent_cents: rentCents,
	energy_class: flat.energyClass
});

/** The first records of what was measured there: by the agency at the inspection, else declared by the landlord. */
export function firstSurveys(building: BuildingsTable, dwelling: DwellingsTable, by: string, at: Instant) {
	const last = { measuredOn: dwelling.measured_on, measuredBy: dwelling.measured_by };
	return [
		...surveysOf({ buildingId: building.id }, null, { ...buildingMeasuresOf(building), ...last }, { by, at }),
		...surveysOf({ dwellingId: dwelling.id }, null, { ...dwellingMeasuresOf(dwelling), ...last }, { by, at })
	];
}
