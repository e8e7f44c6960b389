import { Unreadable } from '$lib/domain/bank/unreadable';
import { own } from '$lib/domain/own';
import { decoders, type Decoder } from './decoders';

const UTF_8 = 'utf-8';
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** The first bytes of UTF-16: a byte order mark, or `<`. */
const UTF_16 = [
	[0xff, 0xfe],
	[0xfe, 0xff],
	[0x3c, 0x00],
	[0x00, 0x3c]
];
const WITH_MARK = [UTF_8, 'us-ascii'];

const DECLARED = /^<\?xml[ \t\r\n][^>]*?\bencoding[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')/;
const NAME = /^[a-z][\w.-]*$/;

/** Chooses the decoder of an XML file by its beginning. @throws Unreadable where that is an encoding not read */
export function encodingOf(beginning: Uint8Array): { decoder: Decoder; skip: number } {
	if (UTF_16.some((mark) => startsWith(beginning, mark))) throw new Unreadable('encoding', 1);
	const skip = startsWith(beginning, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
	const name = declaredName(beginning.subarray(skip));
	const make = own(decoders, name);
	if (!make || (skip > 0 && !WITH_MARK.includes(name))) throw new Unreadable('encoding', 1);
	return { decoder: make(), skip };
}

/** A name that XML does not allow is left to the parser, which refuses the declaration. */
function declaredName(beginning: Uint8Array): string {
	const [, double, single] = DECLARED.exec(Buffer.from(beginning).toString('latin1')) ?? [];
	const name = (double ?? single ?? UTF_8).toLowerCase();
	return NAME.test(name) ? name : UTF_8;
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
	mark.every((byte, at) => bytes[at] === byte);
