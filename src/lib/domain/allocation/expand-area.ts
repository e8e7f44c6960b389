import { compareBytes } from './byte-order';

/** A dwelling of an area (zone) that is adequate for the household. */
export interface AdequateDwelling {
	readonly id: string;
	/** Net area in hundredths of a square metre. */
	readonly areaDm2: number;
}

/**
 * The dwellings that a household asks for when it chooses areas: first the dwellings it named itself, then the adequate
 * ones of each area, smallest excess area first, then by id. No dwelling comes twice.
 * @param named dwelling ids the household chose, most wanted first
 * @param areas per chosen area, most wanted first: its dwellings that are adequate for the household
 * @param neededDm2 the least area adequate for the household, hundredths of a square metre
 */
export function expandAreas(
	named: readonly string[],
	areas: readonly (readonly AdequateDwelling[])[],
	neededDm2: number
): string[] {
	const excess = ({ areaDm2 }: AdequateDwelling) => Math.max(0, areaDm2 - neededDm2);
	const expanded = areas.flatMap((area) =>
		area.toSorted((a, b) => excess(a) - excess(b) || compareBytes(a.id, b.id)).map(({ id }) => id)
	);
	return [...new Set([...named, ...expanded])];
}
