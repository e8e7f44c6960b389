/** Rows written at once: one call for many costs half of one for each. */
const BATCH = 256;

/**
 * The text of a member that is an array, in pieces: `,"name":[…]`.
 * @param canonical the row with its members in the order of the format
 */
export function* membersText<Row>(
	name: string,
	rows: Iterable<Row>,
	canonical: (row: Row) => unknown
): Generator<string> {
	yield `,"${name}":[`;
	let separator = '';
	let batch: unknown[] = [];
	for (const row of rows) {
		batch.push(canonical(row));
		if (batch.length < BATCH) continue;
		yield separator + JSON.stringify(batch).slice(1, -1);
		separator = ',';
		batch = [];
	}
	yield (batch.length > 0 ? separator : '') + JSON.stringify(batch).slice(1, -1) + ']';
}
