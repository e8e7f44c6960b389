/** The characters of a number: base 32 as Crockford writes it, in which no character looks like another. */
const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/**
 * The number that is printed on a sheet to sign, as `K7PM-3QXD`.
 * @param bytes at least 8, each of which chooses a character
 */
export function sheetNumber(bytes: Uint8Array): string {
	if (bytes.length < LENGTH) throw new RangeError(`The number of a sheet needs ${LENGTH} bytes.`);
	const written = Array.from(bytes.subarray(0, LENGTH), (byte) => CHARACTERS[byte % CHARACTERS.length]).join('');
	return `${written.slice(0, 4)}-${written.slice(4)}`;
}

/**
 * A number as somebody copied it from paper: small letters, spaces and dashes do not count, and O, I and L are the digits
 * that they look like. Null for what is no number of a sheet.
 */
export function readSheetNumber(typed: string): string | null {
	const read = typed
		.toUpperCase()
		.replaceAll(/[\s\p{Pd}]/gu, '')
		.replaceAll('O', '0')
		.replaceAll(/[IL]/g, '1');
	if (read.length !== LENGTH || [...read].some((one) => !CHARACTERS.includes(one))) return null;
	return `${read.slice(0, 4)}-${read.slice(4)}`;
}
