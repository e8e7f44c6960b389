import type { Names, NameTable } from '../names';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Holds texts as UTF-8 bytes end to end, and finds them again through a hash table. A text costs its bytes and about
 * twelve more; a JavaScript string in a Map costs over a hundred.
 */
export class ByteTable implements NameTable {
	length = 0;
	private bytes = new Uint8Array(1 << 10);
	/** Text n is `bytes` from `starts[n]` to `starts[n + 1]`. */
	private starts = new Int32Array(1 << 6);
	/**
	 * By hash: the number of a text plus one, or 0 for an empty slot. The length is always a power of two, and at most
	 * half of the slots are filled.
	 */
	private slots = new Int32Array(1 << 7);

	/** A table of these texts, numbered in this order. */
	static of(texts: readonly string[]): ByteTable {
		const table = new ByteTable();
		const encoder = new TextEncoder();
		for (const text of texts) {
			const bytes = encoder.encode(text);
			table.add(bytes, 0, bytes.length);
		}
		return table;
	}

	/** The number of the text that stands in `from` between `start` and `end`. A new text is added. */
	add(from: Uint8Array, start: number, end: number): number {
		const slot = this.slotOf(from, start, end);
		const known = this.slots[slot]!;
		if (known > 0) return known - 1;
		const number = this.length++;
		this.slots[slot] = number + 1;
		this.append(number, from, start, end);
		if (2 * this.length >= this.slots.length) this.rehash();
		return number;
	}

	/** The number of a text, or -1. */
	find(from: Uint8Array, start: number, end: number): number {
		return this.slots[this.slotOf(from, start, end)]! - 1;
	}

	at(number: number): string | undefined {
		if (number < 0 || number >= this.length) return undefined;
		const [start, end] = [this.starts[number]!, this.starts[number + 1]!];
		if (end - start > 64) return decoder.decode(this.bytes.subarray(start, end));
		let text = '';
		for (let i = start; i < end; i++) {
			const byte = this.bytes[i]!;
			if (byte >= 0x80) return decoder.decode(this.bytes.subarray(start, end));
			text += String.fromCharCode(byte);
		}
		return text;
	}

	compare(a: number, b: number): number {
		const { bytes, starts } = this;
		let [x, y] = [starts[a]!, starts[b]!];
		const [endX, endY] = [starts[a + 1]!, starts[b + 1]!];
		while (x < endX && y < endY) {
			const difference = bytes[x++]! - bytes[y++]!;
			if (difference !== 0) return difference;
		}
		return endX - x - (endY - y);
	}

	pick(numbers: Int32Array): Names {
		return { length: numbers.length, at: (i) => (i < numbers.length ? this.at(numbers[i]!) : undefined) };
	}

	/** The slot of the text, or the one where it would go. */
	private slotOf(from: Uint8Array, start: number, end: number): number {
		const { bytes, starts, slots } = this;
		const mask = slots.length - 1;
		const length = end - start;
		let slot = hash(from, start, end) & mask;
		for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
			const at = starts[slots[slot]! - 1]!;
			if (starts[slots[slot]!]! - at !== length) continue;
			let i = 0;
			while (i < length && bytes[at + i] === from[start + i]) i++;
			if (i === length) break;
		}
		return slot;
	}

	private append(number: number, from: Uint8Array, start: number, end: number): void {
		const at = this.starts[number]!;
		const needed = at + end - start;
		if (needed > this.bytes.length) this.bytes = enlarged(this.bytes, new Uint8Array(room(needed)));
		if (number + 2 > this.starts.length) this.starts = enlarged(this.starts, new Int32Array(room(number + 2)));
		for (let i = 0; i < end - start; i++) this.bytes[at + i] = from[start + i]!;
		this.starts[number + 1] = needed;
	}

	private rehash(): void {
		this.slots = new Int32Array(4 * this.slots.length);
		const mask = this.slots.length - 1;
		for (let number = 0; number < this.length; number++) {
			let slot = hash(this.bytes, this.starts[number]!, this.starts[number + 1]!) & mask;
			while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
			this.slots[slot] = number + 1;
		}
	}
}

/** FNV-1a. Its bits are mixed afterwards because the low ones choose the slot. */
function hash(bytes: Uint8Array, start: number, end: number): number {
	let sum = 0x811c9dc5;
	for (let i = start; i < end; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
	sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
	return sum ^ (sum >>> 13);
}

function room(needed: number): number {
	return Math.ceil(needed * 1.5);
}

function enlarged<Values extends Uint8Array | Int32Array>(from: Values, to: Values): Values {
	to.set(from);
	return to;
}
