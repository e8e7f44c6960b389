/** Households on a home from which it counts as much wanted. */
const CROWD = 10;

/**
 * Whether a household should be warned that its choices may all go to others: every home it chose is already wanted by
 * so many other households, and it has room for more. Short lists leave even the best ranked with nothing.
 * @param most homes that it may list: those that suit it, as many as the notice permits
 * @param requests home id -> live requests of others that list it
 * @returns how many want even the least wanted of them, or null where no warning is due
 */
export function crowdedChoices(
	choices: readonly string[],
	most: number,
	requests: ReadonlyMap<string, number>
): number | null {
	if (choices.length === 0 || choices.length >= most) return null;
	const least = Math.min(...choices.map((id) => requests.get(id) ?? 0));
	return least >= CROWD ? least : null;
}
