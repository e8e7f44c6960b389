import type { BuildingsTable } from '$lib/server/dwellings/table';

/** What a dwelling is searched by, in one case and without accents. */
export function searchText(code: string, building: BuildingsTable): string {
	return [code, building.street, building.street_number, building.municipality, building.district]
		.filter((part) => part !== null)
		.join(' ')
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase();
}
