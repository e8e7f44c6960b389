import { romeInstant } from '$lib/domain/calendar/deadline';
import { buildingColumns, dwellingColumns } from '$lib/server/homes/dwellings/measure-columns';
import type { BuildingsTable, DwellingEventsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import { shippedFacts } from '$lib/server/programme/facts/service';
import type { LoadDay } from './day';
import type { Homes } from './homes';
import type { Random } from './random';
import { dwellingSearchText } from './search-text';

/** A street with as many dwellings as a source counts there; no source gives their numbers. */
type Street = {
	readonly code: string;
	readonly street: string | null;
	readonly district: string;
	readonly dwellings: number;
};

const ERP = 'erp';

/** The day of the source that reports all of them restored and let again. No source gives a day for each. */
const DECLARED_ON = '2018-06-05';
const DECLARED_AT = romeInstant(DECLARED_ON, '00:00:00');

/** The 81 recovered dwellings of public housing, with published facts only. They are not synthetic. */
export function erpDwellings(random: Random, load: LoadDay, ownerId: string): Homes {
	const { streets, source } = declared();
	const parts = streets.map((place) => {
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
			(['declared', 'let_before_portal'] as const).map((event) => publishedEvent(random, id, event, source))
		)
	};
}

/** The streets that a source counts, and one entry for the dwellings whose street no source gives. */
function declared(): { streets: readonly Street[]; source: string } {
	const { operations, sources } = shippedFacts();
	const { lines, places } = operations.find(({ id }) => id === ERP)!;
	const restored = lines.flatMap(({ observations }) => observations).find(({ what }) => what === 'dwellingsRestored')!;
	const { publisher, title } = sources[restored.source]!;
	const counted = places.flatMap(({ it, area, dwellings }): Street[] =>
		dwellings ? [{ code: codeOf(it), street: it.replace(/^Via/, 'via'), district: area ?? '', dwellings }] : []
	);
	const elsewhere = Number(restored.value) - counted.reduce((sum, { dwellings }) => sum + dwellings, 0);
	const areas = new Set(places.flatMap(({ area, dwellings }) => (dwellings || !area ? [] : [area])));
	const district = [...areas].join(' o ');
	return {
		streets: [...counted, { code: 'ERP-ALTRE', street: null, district, dwellings: elsewhere }],
		source: `${publisher}, ${restored.asOf}: ${title}`
	};
}

/** `Via delle Asturie` is ERP-ASTURIE. */
const codeOf = (street: string) => `ERP-${street.split(' ').at(-1)!.toUpperCase()}`;

function publishedBuilding(random: Random, { at }: LoadDay, { code, street, district }: Street): BuildingsTable {
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
		operation_id: ERP,
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

const publishedEvent = (
	random: Random,
	dwelling: string,
	event: DwellingEventsTable['event'],
	source: string
): DwellingEventsTable => ({
	id: random.id(DECLARED_AT),
	dwelling_id: dwelling,
	event,
	at: DECLARED_AT,
	account_id: null,
	document: null,
	signed_by: null,
	source
});
