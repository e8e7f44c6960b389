import { readInteger } from './read-integer';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPES: Readonly<Record<string, string>> = {
	'"': '"',
	'\\': '\\',
	'/': '/',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t'
};

/** A file is refused: `place` as in `applications[17].choices[2]`, `reason` a phrase without full stop. */
export class RoundRefused extends Error {
	constructor(
		readonly place: string,
		readonly reason: string
	) {
		super(`${place}: ${reason}`);
	}
}

/**
 * Reads JSON from bytes, strictly and by demand: the caller says what must come next, so an unknown shape is never
 * built. Refuses by throwing `RoundRefused` with the place it is at.
 */
export class JsonReader {
	private at = 0;
	private readonly path: (string | number)[] = [];
	private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

	constructor(private readonly bytes: Uint8Array) {}

	refuse(reason: string): never {
		throw new RoundRefused(this.place(), reason);
	}

	/** Reads an object; `member` reads the value of the named member and returns false if it knows no such member. */
	object(member: (name: string) => boolean): void {
		this.token('{', 'an object');
		const seen = new Set<string>();
		if (this.skip('}')) return;
		do {
			const name = this.text('a member name');
			if (seen.has(name)) this.refuse(`member ${quote(name)} is repeated`);
			seen.add(name);
			this.token(':', '":"');
			this.path.push(name);
			const known = member(name);
			this.path.pop();
			if (!known) this.refuse(`unknown member ${quote(name)}`);
		} while (this.skip(','));
		this.token('}', '"," or "}"');
	}

	array<Item>(read: () => Item): Item[] {
		this.token('[', 'an array');
		const items: Item[] = [];
		if (this.skip(']')) return items;
		do {
			this.path.push(items.length);
			items.push(read());
			this.path.pop();
		} while (this.skip(','));
		this.token(']', '"," or "]"');
		return items;
	}

	/** A text of at least one character, without lone surrogates. */
	text(expected = 'a text'): string {
		this.token('"', expected);
		const start = this.at;
		let escaped = false;
		for (;;) {
			const byte = this.bytes[this.at];
			if (byte === undefined) this.refuse('the file ends inside a text');
			if (byte === QUOTE) break;
			if (byte < 0x20) this.refuse('a control character inside a text');
			if (byte === BACKSLASH) escaped = true;
			this.at += byte === BACKSLASH ? 2 : 1;
		}
		const raw = this.decode(start, this.at++);
		const text = escaped ? this.unescape(raw) : raw;
		if (text === '') this.refuse('an empty text');
		if (escaped && !text.isWellFormed()) this.refuse('a text with a lone surrogate');
		return text;
	}

	integer(): number {
		this.space();
		const start = this.at;
		while (/[-+.\deE]/.test(String.fromCharCode(this.bytes[this.at] ?? 0))) this.at++;
		const value = readInteger(this.decode(start, this.at));
		if (value === 'syntax') {
			this.at = start;
			return this.unexpected('an integer');
		}
		if (value === 'fraction') return this.refuse('not an integer');
		return value === 'range' ? this.refuse('an integer beyond 2^53 - 1') : value;
	}

	boolean(): boolean {
		this.space();
		for (const value of [true, false]) {
			const word = String(value);
			if (word !== String.fromCharCode(...this.bytes.subarray(this.at, this.at + word.length))) continue;
			this.at += word.length;
			return value;
		}
		return this.unexpected('true or false');
	}

	end(): void {
		this.space();
		if (this.at < this.bytes.length) this.refuse(`something after the end, at byte ${this.at}`);
	}

	private place(): string {
		const place = this.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${printable(step)}`)).join('');
		return place.replace(/^\./, '') || 'file';
	}

	private space(): void {
		for (;;) {
			const byte = this.bytes[this.at];
			if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
			this.at++;
		}
	}

	private skip(character: string): boolean {
		this.space();
		if (this.bytes[this.at] !== character.charCodeAt(0)) return false;
		this.at++;
		return true;
	}

	private token(character: string, expected: string): void {
		if (!this.skip(character)) this.unexpected(expected);
	}

	private unexpected(expected: string): never {
		const found = this.bytes[this.at];
		if (found === undefined) this.refuse(`${expected} expected, but the file ends`);
		const isNull = found === 0x6e;
		this.refuse(`${expected} expected at byte ${this.at}${isNull ? ', null is not allowed' : ''}`);
	}

	private decode(start: number, end: number): string {
		const part = this.bytes.subarray(start, end);
		if (part.length < 64 && part.every((byte) => byte < 0x80)) return String.fromCharCode(...part);
		try {
			return this.decoder.decode(part);
		} catch {
			return this.refuse('a text that is not UTF-8');
		}
	}

	private unescape(raw: string): string {
		return raw.replace(/\\(?:u([\da-fA-F]{4})|([^]?))/g, (_, code: string | undefined, letter: string) => {
			if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
			return ESCAPES[letter] ?? this.refuse('an unknown escape inside a text');
		});
	}
}

/** A text as it can stand in a one-line message. */
export function quote(text: string): string {
	return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, escapeUnit);
}

/** The same without quotation marks, as a step of a place. */
export function printable(text: string): string {
	return quote(text).slice(1, -1);
}

function escapeUnit(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
