import { dictionary } from '@zxcvbn-ts/language-common';
import { longestPassword, plainPassword, shortestPassword } from './password';

const plain = (text: string) => plainPassword(text).toLowerCase();

/** Leaked passwords, the most used first. */
const leaked = dictionary['passwords-common'].map((password) => plain(String(password)));
const everyLeaked = new Set(leaked);
const mostUsed = new Set(leaked.slice(0, 3_000));

/** Words that an attacker would try first on this portal, and the most common in Italy. */
const portalWords = ['chiavi', 'chiave', 'milano', 'casa', 'alloggio', 'affitto', 'domanda', 'portale', 'password'];
const italian = ['ciao', 'francesco', 'giuseppe', 'juventus', 'inter', 'milan', 'napoli', 'amore', 'andrea'];

/**
 * Why `password` cannot be chosen, or null. It counts and compares the form in which the password is hashed, so that
 * composed and decomposed letters are the same. No rule on digits or signs, which make passwords hard to remember and
 * no harder to guess (NIST SP 800-63B, 3.1.1.2); `about` are words that others know of the person.
 */
export function weakness(password: string, about: readonly string[]): 'too-short' | 'too-long' | 'too-common' | null {
	const length = [...plainPassword(password)].length;
	if (length < shortestPassword) return 'too-short';
	if (length > longestPassword) return 'too-long';
	const low = plain(password);
	const common = everyLeaked.has(low) || new Set(low).size < 4 || isDecorated(low) || isOfWords(low, about);
	return common ? 'too-common' : null;
}

/** A much used password, perhaps written more than once, with digits or signs around it: `Dragon2026!`. */
function isDecorated(low: string): boolean {
	const core = low.replace(/^\P{L}+|\P{L}+$/gu, '');
	const repeated = /^(.{2,}?)\1*$/u.exec(core)?.[1] ?? core;
	return mostUsed.has(core) || mostUsed.has(repeated);
}

/** Known words with next to nothing else: `chiavi.milano.2026`, or one's own name and a year. */
function isOfWords(low: string, about: readonly string[]): boolean {
	const own = about.map(plain).flatMap((text) => [text, ...text.split(/[\s.@_-]+/)]);
	const words = [...own.filter((word) => word.length > 3), ...portalWords, ...italian];
	words.sort((one, other) => other.length - one.length);
	const rest = words.reduce((text, word) => text.replaceAll(word, ''), low);
	return rest.length < low.length && rest.replace(/\P{L}/gu, '').length < 3;
}
