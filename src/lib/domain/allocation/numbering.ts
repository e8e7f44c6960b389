/** Gives names consecutive numbers from 0, in order of first appearance. */
export class Numbering {
	readonly names: string[] = [];
	private readonly numbers = new Map<string, number>();

	static of(names: Iterable<string>): Numbering {
		const numbering = new Numbering();
		for (const name of names) numbering.add(name);
		return numbering;
	}

	add(name: string): number {
		const known = this.numbers.get(name);
		if (known !== undefined) return known;
		this.numbers.set(name, this.names.length);
		return this.names.push(name) - 1;
	}

	get(name: string): number {
		const known = this.numbers.get(name);
		if (known === undefined) throw new Error(`unknown id ${JSON.stringify(name)}`);
		return known;
	}
}

type Column = Int32Array | Float64Array;

/** Lists of different length laid end to end: row r is `values` from `start[r]` to `start[r + 1]`. */
export class Rows<Values extends Column> {
	private constructor(
		readonly start: Int32Array,
		readonly values: Values
	) {}

	static of<Row, Item>(
		rows: readonly Row[],
		items: (row: Row) => readonly Item[] | undefined,
		number: (item: Item) => number
	): Rows<Int32Array>;
	static of<Row, Item>(
		rows: readonly Row[],
		items: (row: Row) => readonly Item[] | undefined,
		number: (item: Item) => number,
		column: new (length: number) => Float64Array
	): Rows<Float64Array>;
	static of<Row, Item>(
		rows: readonly Row[],
		items: (row: Row) => readonly Item[] | undefined,
		number: (item: Item) => number,
		column: new (length: number) => Column = Int32Array
	): Rows<Column> {
		const start = new Int32Array(rows.length + 1);
		rows.forEach((row, r) => (start[r + 1] = start[r]! + (items(row)?.length ?? 0)));
		const values = new column(start[rows.length]!);
		let at = 0;
		for (const row of rows) for (const item of items(row) ?? []) values[at++] = number(item);
		return new Rows(start, values);
	}
}
