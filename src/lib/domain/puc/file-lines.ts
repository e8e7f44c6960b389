/** A line of a file: where its text begins and ends in the bytes, without what ends the line. */
export type Line = {
	readonly start: number;
	readonly end: number;
	/** Ended by CR LF, as every line must be. */
	readonly ended: boolean;
};

const [CR, LF] = [0x0d, 0x0a];

/** The lines of a file in order. A line feed ends a line, with or without its carriage return; so does the file's end. */
export function* linesOf(bytes: Uint8Array): Generator<Line, void> {
	for (let start = 0; start < bytes.length;) {
		const feed = bytes.indexOf(LF, start);
		const stop = feed < 0 ? bytes.length : feed;
		const end = stop > start && bytes[stop - 1] === CR ? stop - 1 : stop;
		yield { start, end, ended: feed >= 0 && end < stop };
		start = stop + 1;
	}
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of some of the bytes, which are known to be UTF-8. */
export function textOf(bytes: Uint8Array, { start, end }: Pick<Line, 'start' | 'end'>): string {
	return decoder.decode(bytes.subarray(start, end));
}
