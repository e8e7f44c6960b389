/** Most texts are tidy already, and are told so faster than they are copied. */
const UNTIDY = /^ | $| {2}|[\t\r\n]/;

/** A text as a bank file holds it: each run of space, tab, CR and LF becomes one space, the ends are trimmed, empty is null. */
export function tidy(text: string): string | null {
	const tidied = UNTIDY.test(text) ? text.replaceAll(/[ \t\r\n]+/g, ' ').replaceAll(/^ | $/g, '') : text;
	return tidied === '' ? null : tidied;
}

/** Texts that are there, joined by one space; null for none. */
export function joined(texts: readonly (string | null)[]): string | null {
	return texts.filter((text) => text !== null).join(' ') || null;
}
