/** Texts by number. An array of texts is one; a `ByteTable` holds millions in little room. */
export interface Names {
	readonly length: number;
	at(number: number): string | undefined;
}

/** Texts, each held once and numbered in order of first appearance. */
export interface NameTable extends Names {
	/** Compares two of them by their UTF-8 bytes. */
	compare(a: number, b: number): number;
	/** Some of them, in this order. */
	pick(numbers: Int32Array): Names;
}
