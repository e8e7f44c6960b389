/** Texts written at once: one call for many rows costs half of one for each, and a piece stays far from a string's limit. */
const BATCH = 512;

/**
 * The text of a member that is an array, in pieces: `,"name":[…]`.
 * @param canonical the row with its members in the order of the format
 * @param texts how many texts a row has, about: one may be as long as a whole notice
 */
export function* membersText<Row>(
	name: string,
	rows: Iterable<Row>,
	canonical: (row: Row) => unknown,
	texts: (row: Row) => number = () => 1
): Generator<string> {
	yield `,"${name}":[`;
	let separator = '';
	let batch: unknown[] = [];
	let gathered = 0;
	for (const row of rows) {
		batch.push(canonical(row));
		gathered += texts(row);
		if (gathered < BATCH) continue;
		yield separator + JSON.stringify(batch).slice(1, -1);
		separator = ',';
		batch = [];
		gathered = 0;
	}
	yield (batch.length > 0 ? separator : '') + JSON.stringify(batch).slice(1, -1) + ']';
}
