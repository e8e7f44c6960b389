import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { hasNews, takeOver, type ToldByIdentity } from '$lib/domain/person/confirmed';
import type { PersonFacts } from '$lib/domain/person/person';
import type { Actor } from '$lib/server/platform/auth/actor';
import { readOwnIdentities } from '$lib/server/platform/identity/stored-claims';
import type { Database } from '$lib/server/schema';
import { readOwnPerson, saveOwnPerson, type SavePersonProblem } from './service';

/** The details of a person who has told nothing yet. */
export const untold: PersonFacts = {
	...{ givenName: '', familyName: '', taxCode: '', birthPlace: '', phone: '', street: '', postcode: '', town: '' },
	...{ safeContact: '', ordinaryWays: 'unsaid', channel: 'email', spoken: 'it' }
};

/** What the public identity of an account told; null without one. Of several, the one that was linked last. */
async function toldTo(db: Kysely<Database>, accountId: string): Promise<ToldByIdentity | null> {
	const identities = await readOwnIdentities(db, accountId);
	return identities.flatMap(({ claims }) => (claims ? [claims] : [])).at(-1) ?? null;
}

/** What a public identity told that the person may take over, with what they have now; null where there is nothing new. */
export async function offeredDetails(db: Kysely<Database>, by: Actor) {
	const told = await toldTo(db, by.id);
	const facts = (await readOwnPerson(db, by.id))?.facts ?? null;
	if (!told || !hasNews(facts, told)) return null;
	const { givenName, familyName, taxCode, birthPlace } = facts ?? untold;
	const { givenName: given, familyName: family, taxCode: code, birthPlace: place } = told;
	return {
		told: { givenName: given, familyName: family, taxCode: code, birthPlace: place },
		now: { givenName, familyName, taxCode, birthPlace }
	};
}

/** Takes over what the public identity of `by` told. Nothing of it is ever taken over without this act of the person. */
export async function confirmByIdentity(
	trx: Transaction<Database>,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: SavePersonProblem | 'nothing-told' }> {
	const told = await toldTo(trx, by.id);
	if (!told) return { ok: false, problem: 'nothing-told' };
	const saved = (await readOwnPerson(trx, by.id))?.facts ?? null;
	// A second click finds that all is confirmed.
	if (!hasNews(saved, told)) return { ok: true };
	return saveOwnPerson(trx, (facts) => takeOver(facts ?? untold, told, now), by, now);
}
