import { isUtf8, readAs, type Encoding } from './encodings';

/** The encoding that a file is taken for, until a person chooses another. */
export type Found = 'utf-8' | 'utf-16' | 'windows-1252';

export type Decoded =
	| { readonly ok: true; readonly text: string; readonly encoding: Encoding | 'utf-16' }
	| { readonly ok: false; readonly problem: 'file-empty' | 'file-not-text' };

/**
 * Reads a file as text, in the encoding that a person chose or else in the one it is taken for: UTF-8 where its bytes
 * are valid UTF-8, with or without a mark; UTF-16 as some spreadsheets save it; otherwise Windows-1252, which also reads
 * Latin-1. A file with control characters is not text and is refused.
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
	if (bytes.length === 0) return { ok: false, problem: 'file-empty' };
	const utf16 = chosen === undefined ? utf16Of(bytes) : null;
	const encoding = chosen ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
	const text = (utf16 ? new TextDecoder(utf16).decode(bytes) : readAs(bytes, encoding)).replace(/^\uFEFF/, '');
	if (text.trim() === '') return { ok: false, problem: 'file-empty' };
	if (/[^\P{Cc}\t\n\r\f\v\u007f-\u009f]/u.test(text)) return { ok: false, problem: 'file-not-text' };
	return { ok: true, text, encoding: utf16 ? 'utf-16' : encoding };
}

/** By its mark, or by the noughts between the letters of its titles. */
function utf16Of([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (first && second === 0 && third && fourth === 0) return 'utf-16le';
	return first === 0 && second && third === 0 && fourth ? 'utf-16be' : null;
}
