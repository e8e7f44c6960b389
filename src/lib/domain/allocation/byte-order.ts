const SURROGATE = /[\ud800-\udfff]/;

/**
 * Compares two texts by their UTF-8 bytes, which is the order of their code points. JavaScript's own `<` compares
 * UTF-16 units, where a character outside the basic plane (two surrogates, from D800) sorts before U+E000 to U+FFFF.
 */
export function compareBytes(a: string, b: string): number {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const x = a.charCodeAt(i);
		const y = b.charCodeAt(i);
		if (x !== y) return codePointWeight(x) - codePointWeight(y);
	}
	return a.length - b.length;
}

function codePointWeight(unit: number): number {
	if (unit < 0xd800) return unit;
	return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** A copy sorted by UTF-8 bytes. */
export function sortedByBytes(texts: readonly string[]): string[] {
	return texts.some((text) => SURROGATE.test(text)) ? texts.toSorted(compareBytes) : texts.toSorted();
}

/** The positions of the texts, sorted by their UTF-8 bytes. */
export function orderByBytes(texts: readonly string[]): number[] {
	return texts.map((_, place) => place).sort((a, b) => compareBytes(texts[a]!, texts[b]!));
}
