/** Writes the next bytes to the start of the array and returns how many there were; 0 at the end. */
export type ByteSource = (into: Uint8Array) => number;

/** So large that calls of the source cost next to nothing beside reading the bytes. */
const WINDOW = 1 << 18;

/** Reads bytes in order and holds only a part of them: what is being read now, and what comes next. */
export class ByteWindow {
	protected bytes: Uint8Array;
	/** The next byte to read. */
	protected at = 0;
	/** One beyond the last byte held. */
	protected end: number;
	/** How many bytes came before those held. */
	private gone = 0;
	private readonly source: ByteSource | null;

	/** @param from all bytes at once, or where they come from */
	constructor(from: Uint8Array | ByteSource) {
		this.source = typeof from === 'function' ? from : null;
		this.bytes = typeof from === 'function' ? new Uint8Array(WINDOW) : from;
		this.end = typeof from === 'function' ? 0 : from.length;
	}

	/** The position of the next byte in the file, from 0. */
	protected get position(): number {
		return this.gone + this.at;
	}

	/**
	 * Gets more bytes once all those held are read. Keeps the bytes from `keep` on and moves them to the start of the
	 * array.
	 * @returns false at the end of the file
	 */
	protected more(keep = this.at): boolean {
		if (this.source === null) return false;
		const kept = this.end - keep;
		const roomier = kept * 2 > this.bytes.length ? new Uint8Array(2 * this.bytes.length) : this.bytes;
		roomier.set(this.bytes.subarray(keep, this.end));
		this.bytes = roomier;
		this.gone += keep;
		this.at -= keep;
		const count = this.source(roomier.subarray(kept));
		this.end = kept + count;
		return count > 0;
	}
}
