// Two tellings of one name meet when their keys are equal. Words are small Latin letters without accents (`wordsOfName`
// after transliteration). A key says nothing alone: it counts together with the same birth date.

const sorted = (letters: string): string => [...letters].toSorted().join('');

/** All letters of a name in alphabetical order, so that the order of its words, its spaces and its dashes do not count. */
export const letterKey = (words: readonly string[]): string => sorted(words.join(''));

/** Letters that other spellings write otherwise; the longer sequence first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
	[/shch|sch|sh/g, 's'],
	[/ph/g, 'f'],
	[/ck|ch|c|q/g, 'k'],
	[/x/g, 'ks'],
	[/z/g, 's'],
	// Arabic and Hebrew write a last a as h.
	[/h$/, 'a'],
	[/([bdgkt])h/g, '$1'],
	[/(.)\1+/g, '$1']
];

const LAST: Readonly<Record<string, string>> = { a: 'a', e: 'i', i: 'i', y: 'i', j: 'i', o: 'u', u: 'u', w: 'u' };

/** The consonants of a word and its last vowel, which tells Mario from Maria. Arabic and Hebrew write hardly another one. */
function soundOf(word: string): string {
	const spelt = SPELLINGS.reduce((text, [sign, instead]) => text.replace(sign, instead), word);
	return spelt
		.replaceAll(/[aeiouyjw](?=.)/g, '')
		.replaceAll(/(.)\1+/g, '$1')
		.replace(/[aeiouyjw]$/, (last) => LAST[last]!);
}

/** Fewer signs are alike too often. */
const SHORTEST = 4;

/**
 * What stays of a name in another spelling or in an alphabet without vowels: `Mohammed`, `Muhammad` and `محمد` meet. Null
 * where too little stays.
 */
export function soundKey(words: readonly string[]): string | null {
	const signs = sorted(words.map(soundOf).join(''));
	return signs.length < SHORTEST ? null : signs;
}
