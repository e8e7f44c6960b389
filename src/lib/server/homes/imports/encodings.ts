/** How a file may have written its letters; `twice`: UTF-8 that was taken for Windows-1252 and written as UTF-8 again. */
export const encodings = ['utf-8', 'windows-1252', 'cp850', 'macintosh', 'twice'] as const;
export type Encoding = (typeof encodings)[number];

/** Windows-1252 from 0x80 to 0x9f. Node before 24 decodes it as Latin-1, which has no euro and no curly quotes there. */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Code page 850 of DOS from 0x80 to 0xff, which decoders of the web do not know. */
const CP850 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const upperHalf = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
/** The signs of the bytes from 0x80 to 0xff. */
const signsOf = {
	'windows-1252': PUNCTUATION + new TextDecoder('latin1').decode(upperHalf.subarray(32)),
	cp850: CP850,
	macintosh: new TextDecoder('macintosh').decode(upperHalf)
};
type OneByte = keyof typeof signsOf;

const asLatin1 = (bytes: Uint8Array): string =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function readOneByte(bytes: Uint8Array, encoding: OneByte): string {
	const signs = signsOf[encoding];
	return asLatin1(bytes).replaceAll(/[\u0080-\u00ff]/g, (sign) => signs[sign.charCodeAt(0) - 0x80]!);
}

const bytesOf = new Map(
	Object.entries(signsOf).map(([name, signs]) => [
		name,
		new Map([...signs].map((sign, index) => [sign, String.fromCharCode(0x80 + index)]))
	])
);

/** The bytes of a text whose signs all are among those of an encoding; null for any other. */
function writeOneByte(text: string, encoding: OneByte): Uint8Array | null {
	const bytes = bytesOf.get(encoding)!;
	let isPossible = true;
	const written = text.replaceAll(/[^\0-\u007f]/gu, (sign) => {
		const byte = bytes.get(sign);
		isPossible &&= byte !== undefined;
		return byte ?? '?';
	});
	return isPossible ? Uint8Array.from(Buffer.from(written, 'latin1')) : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
	try {
		utf8.decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** A letter written twice is a lead and its continuation, read as Windows-1252: `Ã¹`. */
const TWICE = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/gu;

/** The letters that were written twice, once; the others as they are. */
export const readTwice = (text: string): string =>
	text.replaceAll(TWICE, (letters) => {
		const bytes = writeOneByte(letters, 'windows-1252');
		return bytes && isUtf8(bytes) ? utf8.decode(bytes) : letters;
	});

/** The text of bytes in an encoding. */
export function readAs(bytes: Uint8Array, encoding: Encoding): string {
	if (encoding === 'twice') return readTwice(new TextDecoder().decode(bytes));
	return encoding === 'utf-8' ? new TextDecoder().decode(bytes) : readOneByte(bytes, encoding);
}

/** The bytes that were read as `text`; null where the encoding has no bytes for it. */
export function writeAs(text: string, encoding: 'utf-8' | 'windows-1252' | 'cp850' | 'macintosh'): Uint8Array | null {
	return encoding === 'utf-8' ? new TextEncoder().encode(text) : writeOneByte(text, encoding);
}
