import type { Insertable } from 'kysely';
import type { AccountsTable } from '../../src/lib/server/platform/accounts/table';
import type { DataKey } from '../../src/lib/server/platform/secrets/data-key';
import { sealPerson } from '../../src/lib/server/people/persons/stored-facts';
import type { PersonsTable } from '../../src/lib/server/people/persons/table';
import { aPerson } from '../support/builders/person';

const starts = [
	'Bar',
	'Bel',
	'Cas',
	'Cor',
	'Dan',
	'Fer',
	'Gal',
	'Had',
	'Lom',
	'Mar',
	'Mor',
	'Ner',
	'Pal',
	'Ros',
	'Sal',
	'Vil'
];
const ends = ['ani', 'doni', 'elli', 'etti', 'ini', 'oni', 'ucci', 'ato', 'aro', 'ese'];
const given = ['Ada', 'Amina', 'Bruno', 'Carla', 'Dario', 'Elsa', 'Fabio', 'Giulia', 'Ines', 'Karim', 'Lucia', 'Nadia'];

/** Invented names: 160 families and 12 first names, each as frequent as 250,000 people make it. */
export const namesOf = (number: number) => ({
	givenName: given[number % 12]!,
	familyName: starts[Math.floor(number / 12) % 16]! + ends[Math.floor(number / 192) % 10]!
});

/** An account and a person with a name for a request, both of this number. */
export function namedPerson(number: number, { id: keyId, key }: DataKey, now: string) {
	const id = `person-${number}`;
	const account: Insertable<AccountsTable> = {
		...{ id: `account-${number}`, email: `a${number}@chiavi.example`, name: '-', role: 'applicant' },
		...{ password_hash: '-', created_at: now }
	};
	const person: Insertable<PersonsTable> = {
		...{ id, account_id: account.id, data_key_id: keyId, tax_code_hash: `code-${number}`, revision: 0, synthetic: 1 },
		...{ facts_sealed: sealPerson(key, id, aPerson(namesOf(number))), created_at: now, updated_at: now }
	};
	return { account, person };
}
