/**
 * So many texts are written at once: one call for many rows costs half as much as a call for each, and a piece stays
 * far below the longest string.
 */
const BATCH = 512;

/**
 * The text of a member whose value is an array, in pieces: `,"name":[…]`.
 * @param canonical the row with its members in the order of the format
 * @param texts about how many texts a row has; a single row may be as long as a whole notice
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
