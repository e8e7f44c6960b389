import { suitsWheelchair } from '$lib/domain/accessibility/fit';
import { buildingMeasuresOf, dwellingMeasuresOf } from '$lib/server/homes/dwellings/measure-columns';
import type { BuildingsTable, DwellingEventsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';

/** Buildings, their dwellings and what happened to each. */
export type Homes = {
	readonly buildings: readonly BuildingsTable[];
	readonly dwellings: readonly DwellingsTable[];
	readonly events: readonly DwellingEventsTable[];
};

/** A dwelling with the building it is in. */
export type Home = { readonly dwelling: DwellingsTable; readonly building: BuildingsTable };

export function together(...parts: readonly Homes[]): Homes {
	return {
		buildings: parts.flatMap((part) => part.buildings),
		dwellings: parts.flatMap((part) => part.dwellings),
		events: parts.flatMap((part) => part.events)
	};
}

/** The dwellings that suit a wheelchair as they are, by their measures and those of their building. */
export function accessibleDwellings(homes: readonly Home[]): Set<string> {
	const suits = ({ dwelling, building }: Home) =>
		suitsWheelchair({
			...buildingMeasuresOf(building),
			...dwellingMeasuresOf(dwelling),
			floor: dwelling.floor,
			rooms: dwelling.rooms,
			builtYear: building.built_year
		});
	return new Set(homes.filter(suits).map(({ dwelling }) => dwelling.id));
}
