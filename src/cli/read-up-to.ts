import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const PIECE = 1 << 20;

/** All the bytes of a file or pipe that has at most `most`; what cannot be opened or read is missing. */
export function readUpTo(path: string, most: number): Uint8Array | 'missing' | 'too-large' {
	let file: number | undefined;
	try {
		file = openSync(path, 'r');
		const { size } = fstatSync(file);
		return size > most ? 'too-large' : readOpen(file, size, most);
	} catch (error) {
		// A path with a zero byte is refused before it is looked for.
		if (error instanceof Error && 'code' in error) return 'missing';
		throw error;
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

/** @param size as far as it is known: of a pipe it is 0 */
function readOpen(file: number, size: number, most: number): Uint8Array | 'too-large' {
	let bytes = new Uint8Array(size + 1);
	let length = 0;
	for (;;) {
		const count = readSync(file, bytes, length, bytes.length - length, null);
		if (count === 0) return bytes.subarray(0, length);
		length += count;
		if (length > most) return 'too-large';
		if (length < bytes.length) continue;
		const roomier = new Uint8Array(Math.min(most + 1, Math.max(2 * length, PIECE)));
		roomier.set(bytes);
		bytes = roomier;
	}
}
