/** What the calculator asks and an offer asks again. Nothing of it is about a person, so it may stand in an address. */
const carriedFields: readonly string[] = [
	...['zone', 'area', 'category', 'energyClass', 'kitchen', 'stoves', 'years', 'furnished'],
	...['elementsA', 'elementsB', 'elementsC', 'elementsD']
];

/** The answers of a calculation in an address, as a form shows them. Unknown fields are left out. */
export function carriedValues(search: URLSearchParams): Record<string, string | string[]> {
	const given = carriedFields.filter((name) => search.get(name)?.trim());
	return Object.fromEntries(
		given.map((name) => [name, name.startsWith('elements') ? search.getAll(name) : search.getAll(name).at(-1)!])
	);
}

/** The same answers as the query of the next page's address, with `?`; empty without any. */
export function carriedQuery(search: URLSearchParams): string {
	const kept = [...search].filter(([name, value]) => carriedFields.includes(name) && value.trim() !== '');
	return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
