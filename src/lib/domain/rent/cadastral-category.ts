/** How many categories a group of the cadastre has: A/1 to A/11. Source: general table of categories (DPR 1142/1949). */
const lastOfGroup: Readonly<Record<string, number>> = { A: 11, B: 8, C: 7, D: 10, E: 9, F: 7 };

/**
 * The categories of dwellings. A/10 is an office, every other group holds no dwelling. A whitelist: what is not here
 * gets no rent. Source: general table of categories (DPR 1142/1949).
 */
const dwellings: ReadonlySet<string> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 11].map((number) => `A/${number}`));

/**
 * A category in any spelling (`a3`, `A/03`, `cat. A-3`, `A / 3`) as the cadastre prints it: `A/3`. Null for what is no
 * category.
 */
export function readCategory(text: string): string | null {
	const plain = text
		.normalize('NFKC')
		.toUpperCase()
		.replaceAll(/[\s./\\\-–—_,:]/g, '');
	const [, group, digits] = /^(?:CATEGORIA|CAT)?(?:CATASTALE)?([A-F])0*(\d{1,2})$/.exec(plain) ?? [];
	if (!group || !digits) return null;
	const number = Number(digits);
	return number >= 1 && number <= lastOfGroup[group]! ? `${group}/${number}` : null;
}

/** Whether a flat of this category is a dwelling. Takes any spelling; what cannot be read is none. */
export function isDwellingCategory(text: string): boolean {
	const category = readCategory(text);
	return category !== null && dwellings.has(category);
}
