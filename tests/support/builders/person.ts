import type { PersonFacts } from '$lib/domain/person/person';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import type { AppDatabase } from '$lib/server/platform/db/database';

/** An invented person who can be reached by e-mail. The code is right for the names and 14 May 1986, in Milan. */
export const aPerson = (changes: Partial<PersonFacts> = {}): PersonFacts => ({
	givenName: 'Nadia',
	familyName: 'Haddad',
	taxCode: 'HDDNDA86E54F205O',
	birthPlace: 'Milano',
	phone: '+39 333 123 4567',
	street: 'Via Inventata 7',
	postcode: '20100',
	town: 'Milano',
	safeContact: '',
	ordinaryWays: 'unsaid',
	channel: 'email',
	spoken: 'it',
	...changes
});

/** Saves contact details of an account, so that it can send. */
export async function withContact(
	{ transact }: Pick<AppDatabase, 'transact'>,
	by: Actor,
	now: string,
	changes: Partial<PersonFacts> = {}
): Promise<void> {
	const saved = await transact((trx) => saveOwnPerson(trx, () => aPerson(changes), by, now));
	if (!saved.ok) throw new Error(saved.problem);
}
