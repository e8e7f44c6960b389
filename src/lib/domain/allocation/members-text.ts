/** Characters of a piece: enough that writing it costs little beside making it. */
const PIECE = 1 << 16;

/**
 * The text of a member that is an array, in pieces: `,"name":[…]`.
 * @param textOf the text of a row, its members in the order of the format
 */
export function* membersText<Row>(name: string, rows: Iterable<Row>, textOf: (row: Row) => string): Generator<string> {
	let text = `,"${name}":[`;
	let separator = '';
	for (const row of rows) {
		text += separator + textOf(row);
		separator = ',';
		if (text.length < PIECE) continue;
		yield text;
		text = '';
	}
	yield text + ']';
}
