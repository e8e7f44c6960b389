import { createHmac, hkdfSync } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { matchesName, searchWords, tokensOfPerson, tokensOfQuery, wordsOfName } from '$lib/domain/person/name-words';
import type { PersonNames } from '$lib/domain/person/person';
import { config } from '$lib/server/config';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { matchKeys, type Compared } from './match-keys';
import { findWithTokens, listToIndex, replaceTokens } from './name-repository';
import { findPersons, type StoredPerson } from './repository';
import { openCompared, openNames } from './stored-facts';

let hashKey: Buffer | undefined;

/** A keyed hash of the beginning of a name; 96 bits are enough to keep millions apart. */
function hashed(token: string): string {
	hashKey ??= Buffer.from(hkdfSync('sha256', config().masterKey, '', 'name_tokens.token', 32));
	return createHmac('sha256', hashKey).update(token).digest('base64url').slice(0, 16);
}

type Named = Pick<PersonNames, 'givenName' | 'familyName'>;

const tokensOf = ({ givenName, familyName }: Named) => tokensOfPerson(searchWords([givenName, familyName])).map(hashed);

/** Makes a person be found by these names, and met by another telling, in the transaction that saves them (adr 41, 44). */
export const indexNames = (trx: Transaction<Database>, personId: string, told: Compared): Promise<void> =>
	replaceTokens(trx, [{ id: personId, tokens: tokensOf(told), keys: matchKeys(told) }]);

const BATCH = 100;

/** Indexes persons who were saved before the portal had an index; answers how many it looked at. */
export const indexWaiting = ({ transact }: AppDatabase): Promise<number> =>
	transact(async (trx) => {
		const waiting = await listToIndex(trx, BATCH);
		const opened = await openEach(trx, waiting, openCompared);
		const indexed = waiting.map(({ id }) => {
			const told = opened.get(id);
			return { id, tokens: told ? tokensOf(told) : [], keys: told ? matchKeys(told) : null };
		});
		await replaceTokens(trx, indexed);
		return waiting.length;
	});

/** Persons opened to compare what was typed with more than the first letters. */
const CANDIDATES = 60;

export type FoundPerson = { readonly id: string; readonly names: PersonNames };

/**
 * The persons whose names begin with what was typed, whatever the order, accents, spaces and dashes. `more`: there are
 * further ones, so that more should be typed.
 */
export async function findByName(
	db: Kysely<Database>,
	typed: string,
	limit: number
): Promise<{ found: FoundPerson[]; more: boolean }> {
	const words = wordsOfName(typed).slice(0, 6);
	const ways = words.length > 1 ? [words, [words.join('')]] : [words];
	const found = new Map<string, FoundPerson>();
	let more = false;
	for (const way of ways) {
		const tokens = tokensOfQuery(way).map(hashed);
		const ids = tokens.length > 0 ? await findWithTokens(db, tokens, CANDIDATES) : [];
		more ||= ids.length === CANDIDATES;
		for (const [id, names] of await openNamesOf(db, await findPersons(db, ids)))
			if (matchesName(way, searchWords([names.givenName, names.familyName]))) found.set(id, { id, names });
	}
	const sorted = [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
	return { found: sorted.slice(0, limit), more: more || sorted.length > limit };
}

/** The persons with this code. */
export async function openPersons(db: Kysely<Database>, ids: readonly string[]): Promise<FoundPerson[]> {
	return [...(await openNamesOf(db, await findPersons(db, ids)))].map(([id, names]) => ({ id, names }));
}

const openNamesOf = (db: Kysely<Database>, rows: readonly StoredPerson[]) => openEach(db, rows, openNames);

/** What `open` opens of each person, by id; a person whose key was destroyed is left out. */
async function openEach<Opened>(
	db: Kysely<Database>,
	rows: readonly StoredPerson[],
	open: (key: Buffer, personId: string, sealed: string) => Opened
): Promise<Map<string, Opened>> {
	const keys = await openDataKeys(db, [...new Set(rows.map(({ dataKeyId }) => dataKeyId))]);
	return new Map(
		rows.flatMap(({ id, dataKeyId, factsSealed }) => {
			const key = keys.get(dataKeyId);
			return key ? [[id, open(key, id, factsSealed)] as const] : [];
		})
	);
}
