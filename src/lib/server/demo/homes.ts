import type { Insertable } from 'kysely';
import { suitsWheelchair } from '$lib/domain/accessibility/fit';
import type { Measures } from '$lib/domain/accessibility/measures';
import { buildingMeasuresOf, dwellingMeasuresOf } from '$lib/server/homes/dwellings/measure-columns';
import type { BuildingsTable, DwellingEventsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import type { CertificatesTable, WorkEventsTable, WorksTable } from '$lib/server/homes/works/table';

/** Buildings, their dwellings and what happened to each. */
export type Homes = {
	readonly buildings: readonly BuildingsTable[];
	readonly dwellings: readonly DwellingsTable[];
	readonly events: readonly DwellingEventsTable[];
	readonly works?: readonly WorksTable[];
	readonly workEvents?: readonly WorkEventsTable[];
	readonly certificates?: readonly Insertable<CertificatesTable>[];
};

/** A dwelling with the building it is in. */
export type Home = { readonly dwelling: DwellingsTable; readonly building: BuildingsTable };

export function together(...parts: readonly Homes[]): Homes {
	return {
		buildings: parts.flatMap((part) => part.buildings),
		dwellings: parts.flatMap((part) => part.dwellings),
		events: parts.flatMap((part) => part.events),
		works: parts.flatMap((part) => part.works ?? []),
		workEvents: parts.flatMap((part) => part.workEvents ?? []),
		certificates: parts.flatMap((part) => part.certificates ?? [])
	};
}

/** The measures of a dwelling and of its building. */
export const measuresOfHome = ({ dwelling, building }: Home): Measures => ({
	...buildingMeasuresOf(building),
	...dwellingMeasuresOf(dwelling),
	floor: dwelling.floor,
	rooms: dwelling.rooms,
	builtYear: building.built_year
});

/** The dwellings that suit a wheelchair as they are, by their measures and those of their building. */
export const accessibleDwellings = (homes: readonly Home[]): Set<string> =>
	new Set(homes.filter((home) => suitsWheelchair(measuresOfHome(home))).map(({ dwelling }) => dwelling.id));
