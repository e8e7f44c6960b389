/** Letters that are no letter with an accent, as they are typed on an Italian keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
	...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'n' }
};

/** A word is found by its first letters, from three to eight; a shorter one whole. */
const SHORTEST = 3;
const LONGEST = 8;

/** The words of a text as names are compared: small letters without accents, whatever parts them. */
export function wordsOfName(text: string): string[] {
	const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
	const letters = plain.replaceAll(/[ßæœøđðþłıħŋ]/g, (letter) => PLAIN[letter]!);
	return letters.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** The words by which a person is found: those of each name, and each name as one word, as `De Luca` is `deluca` too. */
export function searchWords(names: readonly string[]): string[] {
	const words = names.flatMap((name) => {
		const parts = wordsOfName(name);
		return parts.length > 1 ? [...parts, parts.join('')] : parts;
	});
	return [...new Set(words)];
}

const pair = (a: string, b: string): string => [a.slice(0, SHORTEST), b.slice(0, SHORTEST)].toSorted().join('+');

/** What is hashed of a person: the beginnings of each word, and of each two words together. */
export function tokensOfPerson(words: readonly string[]): string[] {
	const beginnings = words.flatMap((word) => {
		if (word.length <= SHORTEST) return [word];
		const ends = Array.from({ length: Math.min(word.length, LONGEST) - SHORTEST + 1 }, (_, n) => SHORTEST + n);
		return ends.map((end) => word.slice(0, end));
	});
	const pairs = words.flatMap((a, index) => words.slice(index + 1).map((b) => pair(a, b)));
	return [...new Set([...beginnings, ...pairs])];
}

/** What is looked for: the rarest first, and all must be there. Empty where nothing typed is long enough. */
export function tokensOfQuery(words: readonly string[]): string[] {
	const longest = words
		.filter((word) => word.length > 1)
		.toSorted((a, b) => b.length - a.length)
		.slice(0, 4);
	const [a, b] = longest;
	if (a === undefined) return [];
	const single = longest.map((word) => word.slice(0, LONGEST));
	return b === undefined || b.length < SHORTEST ? single : [pair(a, b), ...single];
}

/** Whether each word typed begins a word of the person: a hash knows the first letters alone. */
export const matchesName = (typed: readonly string[], words: readonly string[]): boolean =>
	typed.every((one) => words.some((word) => word.startsWith(one)));
