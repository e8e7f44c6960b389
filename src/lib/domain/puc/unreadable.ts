import { linesOf, textOf, type Line } from './file-lines';

/** Why a file is not read at all. The first that holds, in this order, is said. */
export type Unreadable = {
	readonly code: 'missing' | 'codes' | 'too-large' | 'empty' | 'encoding' | 'header' | 'footer';
	/** In Italian, on one line; it names the line where there is one. */
	readonly sentence: string;
};

/** 512 MiB. */
export const MAX_BYTES = 2 ** 29;

/** In code points. */
export const MAX_LINE = 100_000;

export const TOO_LARGE: Unreadable = {
	code: 'too-large',
	sentence: 'il file supera 512 MiB. Lo divida in più file.'
};
const EMPTY: Unreadable = { code: 'empty', sentence: 'il file è vuoto. Lo scarichi di nuovo.' };
const ENCODING: Unreadable = {
	code: 'encoding',
	sentence: 'il file non è scritto in UTF-8 senza BOM. Lo salvi in questa codifica.'
};

const HEADER = /^HH#0#([^#|]{1,20})#PUC#$/u;

/** The sender that the first line names, or null if the line is not a first line. */
export function senderOf(header: string): string | null {
	return HEADER.exec(header)?.[1] ?? null;
}

/** Why these bytes are no file to check, or null when they are. */
export function whyUnreadable(bytes: Uint8Array): Unreadable | null {
	if (bytes.length > MAX_BYTES) return TOO_LARGE;
	if (bytes.length === 0) return EMPTY;
	if (!isPlainUtf8(bytes)) return ENCODING;
	return longLine(bytes) ?? wrongHeader(bytes) ?? wrongFooter(bytes);
}

const PIECE = 1 << 20;

function isPlainUtf8(bytes: Uint8Array): boolean {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return false;
	const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	try {
		for (let at = 0; at < bytes.length; at += PIECE) strict.decode(bytes.subarray(at, at + PIECE), { stream: true });
		strict.decode();
		return true;
	} catch {
		return false;
	}
}

function longLine(bytes: Uint8Array): Unreadable | null {
	let number = 0;
	for (const line of linesOf(bytes)) {
		number += 1;
		if (line.end - line.start <= MAX_LINE || codePoints(bytes, line) <= MAX_LINE) continue;
		return { code: 'too-large', sentence: `riga ${number}: supera 100.000 caratteri. La accorci o la divida.` };
	}
	return null;
}

/** Every byte but the continuations, 10xxxxxx, begins a code point. */
function codePoints(bytes: Uint8Array, { start, end }: Line): number {
	let count = 0;
	for (let at = start; at < end; at++) if ((bytes[at]! & 0xc0) !== 0x80) count += 1;
	return count;
}

function wrongHeader(bytes: Uint8Array): Unreadable | null {
	let number = 0;
	for (const line of linesOf(bytes)) {
		number += 1;
		if (number === 1 && senderOf(textOf(bytes, line)) === null) {
			return { code: 'header', sentence: 'riga 1: non ha la forma HH#0#MITTENTE#PUC#. La corregga.' };
		}
		if (number > 1 && begins(bytes, line, 'HH#')) {
			return { code: 'header', sentence: `riga ${number}: è un'altra riga HH. Ne lasci una sola, la prima.` };
		}
	}
	return null;
}

function wrongFooter(bytes: Uint8Array): Unreadable | null {
	let number = 0;
	let footer = 0;
	for (const line of linesOf(bytes)) {
		number += 1;
		if (footer === 0 && begins(bytes, line, 'FF#')) footer = number;
	}
	if (footer === 0) {
		return {
			code: 'footer',
			sentence: `riga ${number}: il file si interrompe prima della riga FF. Lo scarichi di nuovo.`
		};
	}
	if (footer === number) return null;
	return { code: 'footer', sentence: `riga ${footer}: la riga FF non è l'ultima. Tolga quello che la segue.` };
}

function begins(bytes: Uint8Array, { start, end }: Line, sign: string): boolean {
	return start + sign.length <= end && [...sign].every((letter, at) => bytes[start + at] === letter.charCodeAt(0));
}
