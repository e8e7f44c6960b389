import type { ByteSource } from './byte-window';

/** Whether these bytes are this text in UTF-8. The text comes in pieces. */
export function sameText(pieces: Iterable<string>, bytes: Uint8Array | ByteSource): boolean {
	const next = typeof bytes === 'function' ? bytes : sourceOf(bytes);
	const encoder = new TextEncoder();
	for (const piece of pieces) {
		const expected = encoder.encode(piece);
		const found = new Uint8Array(expected.length);
		if (fill(found, next) < found.length) return false;
		for (let i = 0; i < expected.length; i++) if (expected[i] !== found[i]) return false;
	}
	return next(new Uint8Array(1)) === 0;
}

function fill(into: Uint8Array, next: ByteSource): number {
	let filled = 0;
	while (filled < into.length) {
		const count = next(into.subarray(filled));
		if (count === 0) break;
		filled += count;
	}
	return filled;
}

function sourceOf(bytes: Uint8Array): ByteSource {
	let at = 0;
	return (into) => {
		const part = bytes.subarray(at, at + into.length);
		into.set(part);
		at += part.length;
		return part.length;
	};
}
