import { createHmac, hkdfSync } from 'node:crypto';
import anyAscii from 'any-ascii';
import { baseCode } from '$lib/domain/duplicates/base-code';
import { letterKey, soundKey } from '$lib/domain/duplicates/name-keys';
import { keyKinds, type KeyKind } from '$lib/domain/duplicates/told-people';
import { wordsOfName } from '$lib/domain/person/name-words';
import type { PersonNames } from '$lib/domain/person/person';
import { config } from '$lib/server/config';

/** The vowel signs of Arabic and Hebrew, which are hardly ever written in a name. */
const VOWEL_SIGNS = /[\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670]/gu;

/** Signs that nobody sees, and pictures, which the library would put into words. */
const NO_LETTERS = /[\p{Cf}\p{S}]/gu;

/** The words of a name in small Latin letters, from whatever alphabet. */
export function nameWords(name: string): string[] {
	const letters = name
		.normalize('NFKC')
		.replaceAll(/[\u0060\u00B4]/g, '’')
		.replaceAll(NO_LETTERS, '');
	return wordsOfName(anyAscii(letters.replaceAll(VOWEL_SIGNS, '')).replaceAll("'", ''));
}

let hashKey: Buffer | undefined;

/** 96 bits keep millions apart. */
function hashed(kind: KeyKind, text: string): string {
	hashKey ??= Buffer.from(hkdfSync('sha256', config().masterKey, '', 'persons.match_keys', 32));
	return createHmac('sha256', hashKey).update(`${kind}\n${text}`).digest('base64url').slice(0, 16);
}

/** What is told of a person and compared with others. Members of a household tell no phone. */
export type Compared = PersonNames & { readonly phone?: string };

/**
 * Keyed hashes by which two tellings of one person meet (adr 44), in the order of `keyKinds` and parted by spaces; `-` for
 * what was not told. A given name alone is no name.
 */
export function matchKeys({ givenName, familyName, taxCode, phone = '' }: Compared): string {
	const parts = [nameWords(givenName), nameWords(familyName)];
	const words = parts.every((one) => one.length > 0) ? parts.flat() : [];
	const texts: Readonly<Record<KeyKind, string | null>> = {
		code: taxCode,
		base: taxCode && baseCode(taxCode),
		letters: letterKey(words),
		sound: soundKey(words),
		phone: phone.replaceAll(/[^\d+]/g, '')
	};
	return keyKinds.map((kind) => (texts[kind] ? hashed(kind, texts[kind]) : '-')).join(' ');
}
