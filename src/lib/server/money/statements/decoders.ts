/** Text of some bytes, up to the first that is wrong. */
export interface Decoded {
	readonly text: string;
	readonly isWrong: boolean;
}

/** Turns the bytes of a file into text, chunk by chunk. */
export interface Decoder {
	decode(bytes: Uint8Array): Decoded;
	/** Whether the bytes so far end within a character. */
	readonly isCut: boolean;
}

/** A byte that is no ASCII is wrong. */
const ascii: Decoder = {
	isCut: false,
	decode(bytes) {
		const wrong = bytes.findIndex((byte) => byte > 0x7f);
		return { text: latin1(wrong < 0 ? bytes : bytes.subarray(0, wrong)), isWrong: wrong >= 0 };
	}
};

/** The characters of windows-1252 at 0x80 to 0x9F; five bytes have none and stay control characters, as in browsers. */
const AT_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A table of our own, because some versions of Node take windows-1252 for ISO-8859-1. No byte is wrong. */
export const windows1252: Decoder = {
	isCut: false,
	decode: (bytes) => ({
		text: latin1(bytes).replaceAll(/[\x80-\x9f]/g, (sign) => AT_80[sign.charCodeAt(0) - 0x80]!),
		isWrong: false
	})
};

const latin1 = (bytes: Uint8Array): string =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** UTF-8, in which a character may be cut by the end of a chunk. */
class Utf8 implements Decoder {
	private cut = new Uint8Array(0);

	get isCut(): boolean {
		return this.cut.length > 0;
	}

	decode(bytes: Uint8Array): Decoded {
		const all = this.cut.length === 0 ? bytes : Buffer.concat([this.cut, bytes]);
		const whole = all.length - lengthOfCut(all);
		this.cut = all.slice(whole);
		const text = utf8(all.subarray(0, whole));
		return text === null ? { text: longestRight(all), isWrong: true } : { text, isWrong: false };
	}
}

function utf8(bytes: Uint8Array, stream = false): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
	} catch {
		return null;
	}
}

/** Counts the bytes at the end that begin a character and do not end it. */
function lengthOfCut(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
		const byte = bytes[bytes.length - back]!;
		if ((byte & 0xc0) === 0x80) continue;
		const length = byte >= 0xf8 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return length > back ? back : 0;
	}
	return 0;
}

/** The text before the first wrong byte. */
function longestRight(bytes: Uint8Array): string {
	let right = 0;
	let wrong = bytes.length;
	while (wrong - right > 1) {
		const middle = (right + wrong) >> 1;
		if (utf8(bytes.subarray(0, middle), true) === null) wrong = middle;
		else right = middle;
	}
	return utf8(bytes.subarray(0, right), true) ?? '';
}

/** By the names that a file may declare, in small letters. Banks write `€` under the name ISO-8859-1. */
export const decoders: Readonly<Record<string, () => Decoder>> = {
	'utf-8': () => new Utf8(),
	'us-ascii': () => ascii,
	'iso-8859-1': () => windows1252,
	'windows-1252': () => windows1252
};
