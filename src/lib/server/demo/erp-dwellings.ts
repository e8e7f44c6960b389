import { endOfDay } from '$lib/domain/calendar/deadline';
import { buildingColumns, dwellingColumns } from '$lib/server/homes/dwellings/measure-columns';
import type { BuildingsTable, DwellingEventsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import type { LoadDay } from './day';
import type { Homes } from './homes';
import type { Random } from './random';
import { dwellingSearchText } from './search-text';

/**
 * Sources publish the five addresses in Niguarda, and that 49 of the 81 dwellings are there, but not how many are at
 * each. One entry holds all five, so that no dwelling gets an address that no source gives.
 */
const NIGUARDA = {
	code: 'ERP-NIGUARDA',
	street: 'uno fra via Hermada 2, via delle Asturie 29, via De Pretis 14, via Del Tamigi 3, via Demonte 1',
	district: 'Niguarda',
	dwellings: 49
} as const;

/** No source gives an address for the other dwellings. */
const ELSEWHERE = { code: 'ERP-NON-PUBBLICATO', street: null, district: null, dwellings: 32 } as const;

const LET_BY = endOfDay('2018-06-30');
const SOURCE =
	'Stampa, 2018, e pagina del programma: 81 alloggi recuperati, tutti di nuovo affittati entro giugno 2018. ' +
	'Il giorno di ciascuno e la ripartizione dei 49 di Niguarda fra i cinque indirizzi non sono pubblicati.';

/** The 81 recovered dwellings of public housing, with published facts only. They are not synthetic. */
export function erpDwellings(random: Random, load: LoadDay, ownerId: string): Homes {
	const parts = [NIGUARDA, ELSEWHERE].map((place) => {
		const building = publishedBuilding(random, load, place);
		const dwellings = Array.from({ length: place.dwellings }, (_, index) =>
			publishedDwelling(random, load, building, ownerId, `${place.code}-${String(index + 1).padStart(2, '0')}`)
		);
		return { building, dwellings };
	});
	const dwellings = parts.flatMap((part) => part.dwellings);
	return {
		buildings: parts.map((part) => part.building),
		dwellings,
		events: dwellings.flatMap(({ id }) =>
			(['certified', 'let_before_portal'] as const).map((event) => publishedEvent(random, id, event))
		)
	};
}

function publishedBuilding(
	random: Random,
	{ at }: LoadDay,
	{ code, street, district }: typeof NIGUARDA | typeof ELSEWHERE
): BuildingsTable {
	return {
		id: random.id(at(-390)),
		code,
		street,
		street_number: null,
		municipality: 'Milano',
		district,
		rent_zone: null,
		floors: null,
		built_year: null,
		...buildingColumns({}),
		measured_on: null,
		measured_by: null,
		synthetic: 0,
		created_at: at(-390)
	};
}

function publishedDwelling(
	random: Random,
	{ at }: LoadDay,
	building: BuildingsTable,
	ownerId: string,
	code: string
): DwellingsTable {
	return {
		id: random.id(at(-380)),
		code,
		building_id: building.id,
		owner_id: ownerId,
		operation_id: 'erp',
		erp: 1,
		unit: null,
		floor: null,
		rooms: null,
		net_area_dm2: null,
		cadastral_area_dm2: null,
		rent_cents: null,
		energy_class: null,
		...dwellingColumns({}),
		measured_on: null,
		measured_by: null,
		search: dwellingSearchText(code, building),
		synthetic: 0,
		created_at: at(-380)
	};
}

function publishedEvent(random: Random, dwelling: string, event: DwellingEventsTable['event']): DwellingEventsTable {
	return {
		id: random.id(LET_BY),
		dwelling_id: dwelling,
		event,
		at: LET_BY,
		account_id: null,
		document: null,
		signed_by: null,
		source: SOURCE
	};
}
