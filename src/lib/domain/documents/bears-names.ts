import type { PersonNames } from '../person/person';

const MARKS = /\p{M}/gu;
const NOT_OF_A_WORD = /[^\p{L}\p{N}]+/u;

/** The words of a name, without accents and capitals. An apostrophe joins as often as it parts, so it is left out. */
const wordsOf = (name: string): string[] =>
	name
		.normalize('NFKD')
		.replaceAll(MARKS, '')
		.replaceAll(/['’ʼ`]/g, '')
		.toLowerCase()
		.split(NOT_OF_A_WORD)
		.filter(Boolean);

/**
 * Whether a name written on a document can be the person's: in any order, all words of the family name and the first
 * given name, or fewer words and each of them the person's. Documents leave out second names, or write them all.
 */
export function bearsNames(
	written: string,
	{ givenName, familyName }: Pick<PersonNames, 'givenName' | 'familyName'>
): boolean {
	const found = new Set(wordsOf(written));
	const [given, family] = [wordsOf(givenName), wordsOf(familyName)];
	if (given.length === 0 || family.length === 0) return false;
	const isWhole = family.every((word) => found.has(word)) && found.has(given[0]!);
	const isPart = [...found].every((word) => family.includes(word) || given.includes(word));
	const isBoth = family.some((word) => found.has(word)) && given.some((word) => found.has(word));
	return isWhole || (isPart && isBoth);
}
