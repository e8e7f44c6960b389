import { searchText } from '$lib/server/homes/dwellings/search-text';
import type { BuildingsTable } from '$lib/server/homes/dwellings/table';

/** The text by which a dwelling is found: the same words as in the register. */
export function dwellingSearchText(code: string, building: BuildingsTable): string {
	const { code: buildingCode, street, street_number, municipality, district } = building;
	return searchText(code, buildingCode, street, street_number, municipality, district);
}
