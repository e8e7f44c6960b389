import { plainSigns } from '$lib/domain/numbers/plain-signs';

/**
 * Text as it is stored and looked for in a `search` column: letters without accents, small, and digits, in words parted
 * by one space. Made in code because `lower()` and `like` differ between the two databases.
 */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
	const text = parts.filter(Boolean).join(' ').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
	return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The same without spaces, as codes are compared: `AL-0101-07`, `al 0101 07` and `AL010107` are one. */
export const compactText = (text: string): string => searchText(plainSigns(text)).replaceAll(' ', '');
