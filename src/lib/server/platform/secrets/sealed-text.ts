import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { openDataKeys } from './data-key';
import { seal } from './seal';
import { openSealedText } from './sealed-value';

/** A text in a table that more people read than may know it: `sealed:ID OF THE KEY:TEXT`. The text is empty once erased. */
export type SealedText = `sealed:${string}:${string}`;

export const isSealed = (text: string): text is SealedText => /^sealed:[0-9a-f-]{36}:[A-Za-z0-9+/=]*$/.test(text);

/**
 * Seals a text about a person with the person's data key, bound to `place`. When the key is shredded the text goes, and
 * what chains or copies the sealed form stays valid. For a person whose key is shredded nothing is kept.
 */
export async function sealText(
	db: Kysely<Database>,
	dataKeyId: string,
	place: string,
	text: string
): Promise<SealedText> {
	const key = (await openDataKeys(db, [dataKeyId])).get(dataKeyId);
	return `sealed:${dataKeyId}:${key ? seal(key, place, text) : ''}`;
}

/** The id of the key of a sealed text. */
export function keyIdOf(sealed: string): string {
	if (!isSealed(sealed)) throw new Error('A text that should be sealed stands in clear.');
	return sealed.split(':')[1]!;
}

/** The text that was sealed in `place`; null when it was erased. A text of an earlier release stands in clear. */
export async function openText(db: Kysely<Database>, place: string, stored: string): Promise<string | null> {
	if (!isSealed(stored)) return stored;
	const [, dataKeyId = '', sealed = ''] = stored.split(':');
	const key = (await openDataKeys(db, [dataKeyId])).get(dataKeyId);
	return key && sealed ? openSealedText(key, place, sealed) : null;
}
