import type { ByteTable } from './byte-table';
import { ByteWindow, type ByteSource } from './byte-window';
import type { JsonShape } from './json-shape';
import { isOfNumber, readInteger } from './read-integer';
import { printable, quote, RoundRefused } from '../round-refused';
import { unescape } from './unescape';

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const [TRUE, FALSE] = [true, false].map((word) => new TextEncoder().encode(String(word))) as [Uint8Array, Uint8Array];
/**
 * The longest text that a round may hold. JavaScript cannot hold a text eight times as long, which escapes may need.
 */
const MOST_TEXT = 2 ** 26;

/**
 * Reads JSON from bytes, strictly. The caller says what must come next, so nothing of an unknown shape is built.
 * Refuses by throwing `RoundRefused` with the place of the fault.
 */
export class JsonReader extends ByteWindow {
	private readonly path: (string | number)[] = [];
	private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	/** The text read last: the bytes from `from` to `to`, or `unescaped` if it has escapes. */
	private from = 0;
	private to = 0;
	private unescaped: string | null = null;

	constructor(from: Uint8Array | ByteSource) {
		super(from);
		while (this.end < 3 && this.more(0));
		if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) {
			this.refuse('begins with a byte order mark');
		}
	}

	refuse(reason: string): never {
		throw new RoundRefused(this.place(), reason);
	}

	/** Reads an object with these members. Each member has a reader for its value. */
	object(shape: JsonShape): void {
		this.token(OPEN_OBJECT, 'an object');
		let seen = 0;
		if (!this.skip(CLOSE_OBJECT)) {
			do {
				this.scan('a member name');
				const member = this.lookUp(shape.names);
				if (member < 0) this.unknownMember();
				if ((seen & (1 << member)) !== 0) this.refuse(`member ${quote(shape.members[member]!)} is repeated`);
				seen |= 1 << member;
				this.token(COLON, '":"');
				this.path.push(shape.members[member]!);
				shape.readers[member]!();
				this.path.pop();
			} while (this.skip(COMMA));
			this.token(CLOSE_OBJECT, '"," or "}"');
		}
		const missing = shape.firstMissing(seen);
		if (missing !== undefined) this.refuse(`${quote(missing)} is missing`);
	}

	/** Reads an object whose members may have any name. The table numbers the names. */
	record(names: ByteTable, value: (name: number) => void): void {
		this.token(OPEN_OBJECT, 'an object');
		if (this.skip(CLOSE_OBJECT)) return;
		const seen = new Set<number>();
		do {
			const name = this.name(names, 'a member name');
			if (seen.size === seen.add(name).size) this.refuse(`member ${quote(names.at(name)!)} is repeated`);
			this.token(COLON, '":"');
			this.path.push(names.at(name)!);
			value(name);
			this.path.pop();
		} while (this.skip(COMMA));
		this.token(CLOSE_OBJECT, '"," or "}"');
	}

	array(item: () => void): void {
		this.token(OPEN_ARRAY, 'an array');
		if (this.skip(CLOSE_ARRAY)) return;
		const depth = this.path.push(0) - 1;
		let index = 0;
		do {
			this.path[depth] = index++;
			item();
		} while (this.skip(COMMA));
		this.path.pop();
		this.token(CLOSE_ARRAY, '"," or "]"');
	}

	/** A text of at least one character, without lone surrogates. */
	text(): string {
		this.scan('a text');
		return this.unescaped ?? this.decode(this.from, this.to);
	}

	/** The same text as its number in the table, which adds it if it is new. */
	name(table: ByteTable, expected = 'a text'): number {
		this.scan(expected);
		if (this.unescaped === null) return table.add(this.bytes, this.from, this.to);
		const bytes = new TextEncoder().encode(this.unescaped);
		return table.add(bytes, 0, bytes.length);
	}

	integer(): number {
		this.space();
		let start = this.at;
		for (;;) {
			while (this.at < this.end && isOfNumber(this.bytes[this.at]!)) this.at++;
			if (this.at < this.end) break;
			const length = this.at - start;
			const more = this.more(start);
			start = this.at - length;
			if (!more) break;
		}
		const value = readInteger(this.bytes, start, this.at);
		if (typeof value === 'number') return value;
		if (value === 'fraction') this.refuse('not an integer');
		if (value === 'range') this.refuse('an integer beyond 2^53 - 1');
		this.at = start;
		return this.unexpected('an integer');
	}

	boolean(): boolean {
		this.space();
		while (this.end - this.at < FALSE.length && this.more());
		for (const word of [TRUE, FALSE]) {
			if (!word.every((byte, i) => this.at + i < this.end && this.bytes[this.at + i] === byte)) continue;
			this.at += word.length;
			return word === TRUE;
		}
		return this.unexpected('true or false');
	}

	/** Skips a value of any shape without checking it closely. */
	pass(): void {
		let depth = 0;
		do {
			this.space();
			if (this.at === this.end) this.unexpected('a value');
			const byte = this.bytes[this.at]!;
			if (byte === QUOTE) this.scan('a text', true);
			else this.at++;
			if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth++;
			if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth--;
		} while (depth > 0 || !this.isAtSeparator());
	}

	finish(): void {
		this.space();
		if (this.at < this.end) this.refuse(`something after the end, at byte ${this.position}`);
	}

	private isAtSeparator(): boolean {
		this.space();
		const byte = this.bytes[this.at];
		return this.at === this.end || byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_ARRAY;
	}

	private place(): string {
		const place = this.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${printable(step)}`)).join('');
		return place.replace(/^\./, '') || 'file';
	}

	private space(): void {
		for (;;) {
			if (this.at === this.end && !this.more()) return;
			const byte = this.bytes[this.at];
			if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
			this.at++;
		}
	}

	private skip(character: number): boolean {
		this.space();
		if (this.at === this.end || this.bytes[this.at] !== character) return false;
		this.at++;
		return true;
	}

	private token(character: number, expected: string): void {
		if (!this.skip(character)) this.unexpected(expected);
	}

	private unexpected(expected: string): never {
		if (this.at === this.end) this.refuse(`${expected} expected, but the file ends`);
		const isNull = this.bytes[this.at] === 0x6e;
		this.refuse(`${expected} expected at byte ${this.position}${isNull ? ', null is not allowed' : ''}`);
	}

	private lookUp(names: ByteTable): number {
		if (this.unescaped === null) return names.find(this.bytes, this.from, this.to);
		const bytes = new TextEncoder().encode(this.unescaped);
		return names.find(bytes, 0, bytes.length);
	}

	private unknownMember(): never {
		const name = this.unescaped ?? this.decode(this.from, this.to);
		this.token(COLON, '":"');
		this.refuse(`unknown member ${quote(name)}`);
	}

	/** Finds the end of a text and checks it. Its bytes stay between `from` and `to` until the next text is read. */
	private scan(expected: string, mayBeEmpty = false): void {
		this.token(QUOTE, expected);
		let start = this.at;
		let escaped = false;
		let all = 0;
		for (;;) {
			if (this.at >= this.end) {
				// After an escape this position may be one byte beyond what is held.
				if (this.at - start > MOST_TEXT) this.refuse('a text of more than 64 MiB');
				if (!this.more(start)) this.refuse('the file ends inside a text');
				start = 0;
				continue;
			}
			const byte = this.bytes[this.at]!;
			if (byte === QUOTE) break;
			if (byte < 0x20) this.refuse('a control character inside a text');
			all |= byte;
			if (byte === BACKSLASH) escaped = true;
			this.at += byte === BACKSLASH ? 2 : 1;
		}
		this.from = start;
		this.to = this.at++;
		if (this.to - start > MOST_TEXT) this.refuse('a text of more than 64 MiB');
		// A text that is not ASCII is checked by decoding it.
		this.unescaped = escaped ? this.unescape() : null;
		if (!escaped && all >= 0x80) this.decode(this.from, this.to);
		if (this.from === this.to && !mayBeEmpty) this.refuse('an empty text');
	}

	private unescape(): string {
		const text = unescape(this.decode(this.from, this.to));
		if (text === null) this.refuse('an unknown escape inside a text');
		if (!text.isWellFormed()) this.refuse('a text with a lone surrogate');
		return text;
	}

	private decode(start: number, end: number): string {
		try {
			return this.decoder.decode(this.bytes.subarray(start, end));
		} catch {
			return this.refuse('a text that is not UTF-8');
		}
	}
}
