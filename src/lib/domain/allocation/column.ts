type Values = Uint8Array | Int32Array | Float64Array;

/** A column of numbers that grows as they are added. */
export class Column<Numbers extends Values> {
	length = 0;

	private constructor(
		private values: Numbers,
		private readonly make: (length: number) => Numbers
	) {}

	static flags = () => new Column(new Uint8Array(16), (length) => new Uint8Array(length));
	static integers = () => new Column(new Int32Array(16), (length) => new Int32Array(length));
	static numbers = () => new Column(new Float64Array(16), (length) => new Float64Array(length));

	push(value: number): void {
		if (this.length === this.values.length) {
			const larger = this.make(2 * this.length);
			larger.set(this.values);
			this.values = larger;
		}
		this.values[this.length++] = value;
	}

	/** The numbers so far. Shares the column's memory. */
	read(): Numbers {
		return this.values.subarray(0, this.length) as Numbers;
	}
}

/** Lists of different lengths, end to end: row r is `values` from `start[r]` to `start[r + 1]`. */
export interface Rows {
	readonly start: Int32Array;
	readonly values: Int32Array;
}

/** Builds such lists: push the values of a row, then end the row. */
export class RowsColumn {
	private readonly starts = Column.integers();
	private readonly items = Column.integers();

	constructor() {
		this.starts.push(0);
	}

	push(value: number): void {
		this.items.push(value);
	}

	end(): void {
		this.starts.push(this.items.length);
	}

	read(): Rows {
		return { start: this.starts.read(), values: this.items.read() };
	}
}
