import type { BuildingsTable, DwellingEventsTable, DwellingsTable } from '$lib/server/dwellings/table';

/** Buildings, their dwellings and what happened to each. */
export type Homes = {
	readonly buildings: readonly BuildingsTable[];
	readonly dwellings: readonly DwellingsTable[];
	readonly events: readonly DwellingEventsTable[];
};

export function together(...parts: readonly Homes[]): Homes {
	return {
		buildings: parts.flatMap((part) => part.buildings),
		dwellings: parts.flatMap((part) => part.dwellings),
		events: parts.flatMap((part) => part.events)
	};
}
