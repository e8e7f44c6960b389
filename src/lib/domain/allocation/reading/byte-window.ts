/** Fills the array from its start with the next bytes and says how many there were; 0 at the end. */
export type ByteSource = (into: Uint8Array) => number;

/** Large enough that a call of the source costs nothing beside reading what it brought. */
const WINDOW = 1 << 18;

/** Bytes read in order, of which only a window is held: what is being read now, and what comes next. */
export class ByteWindow {
	protected bytes: Uint8Array;
	/** The next byte to read. */
	protected at = 0;
	/** Behind the last byte held. */
	protected end: number;
	/** Bytes that went by before the window. */
	private gone = 0;
	private readonly source: ByteSource | null;

	/** @param from all bytes at once, or where they come from */
	constructor(from: Uint8Array | ByteSource) {
		this.source = typeof from === 'function' ? from : null;
		this.bytes = typeof from === 'function' ? new Uint8Array(WINDOW) : from;
		this.end = typeof from === 'function' ? 0 : from.length;
	}

	/** Place of the next byte in the file, from 0. */
	protected get position(): number {
		return this.gone + this.at;
	}

	/**
	 * Gets more bytes when all held are read, keeping those from `keep` on, which move to the window's start.
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
