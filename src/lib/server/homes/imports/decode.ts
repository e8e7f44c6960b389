export type Decoded =
	| { ok: true; text: string; encoding: 'utf-8' | 'utf-16' | 'windows-1252' }
	| { ok: false; problem: 'file-empty' | 'file-not-text' };

/**
 * Reads a file as text: UTF-8 where its bytes are valid UTF-8, with or without a mark; UTF-16 where marked (some
 * spreadsheets); otherwise Windows-1252, which also reads Latin-1. A file with control characters is not text and is
 * refused.
 */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes.length === 0) return { ok: false, problem: 'file-empty' };
	const encoding = encodingOf(bytes);
	const decoded = new TextDecoder(encoding).decode(bytes);
	const text = encoding === 'windows-1252' ? decoded.replaceAll(/[\u0080-\u009f]/g, punctuation) : decoded;
	if (text.trim() === '') return { ok: false, problem: 'file-empty' };
	if (/[^\P{Cc}\t\n\r\f\v\u007f-\u009f]/u.test(text)) return { ok: false, problem: 'file-not-text' };
	return {
		ok: true,
		text,
		encoding: encoding.startsWith('utf-16') ? 'utf-16' : (encoding as 'utf-8' | 'windows-1252')
	};
}

function encodingOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}

/** Windows-1252 from 0x80 to 0x9f. Node before 24 decodes it as Latin-1, which has no euro and no curly quotes there. */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const punctuation = (sign: string) => PUNCTUATION[sign.charCodeAt(0) - 0x80] ?? sign;
