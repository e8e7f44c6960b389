/** Texts by number, such as an array of texts or a `ByteTable`, which holds millions in little memory. */
export interface Names {
	readonly length: number;
	at(number: number): string | undefined;
}

/** Texts, each held once and numbered in the order in which they first appear. */
export interface NameTable extends Names {
	/** Compares two of them by their UTF-8 bytes. */
	compare(a: number, b: number): number;
	/** The texts with these numbers, in this order. */
	pick(numbers: Int32Array): Names;
}
