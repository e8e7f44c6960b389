import { z } from 'zod';
import { confirmable } from '$lib/domain/person/confirmable';
import {
	channels,
	ordinaryWays,
	spokenLanguages,
	type OrdinaryWays,
	type PersonFacts,
	type PersonNames
} from '$lib/domain/person/person';
import { seal } from '$lib/server/platform/secrets/seal';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';

const namesShape = z.object({ givenName: z.string(), familyName: z.string(), taxCode: z.string() });

const factsShape = namesShape.extend({
	birthPlace: z.string(),
	phone: z.string(),
	street: z.string(),
	postcode: z.string(),
	town: z.string(),
	safeContact: z.string(),
	ordinaryWays: z.enum(ordinaryWays).exactOptional(),
	onlySafe: z.boolean().exactOptional(),
	channel: z.enum(channels),
	spoken: z.enum(spokenLanguages),
	confirmed: z.partialRecord(z.enum(confirmable), z.iso.datetime()).optional()
});

/** Until November 2026 a person said one thing alone of the ordinary ways: whether the safe contact takes their place. */
type Stored = Omit<PersonFacts, 'ordinaryWays'> & { readonly ordinaryWays?: OrdinaryWays; readonly onlySafe?: boolean };

const open = sealedValue<Stored>('the details of a person', factsShape);

const openTold = sealedValue<PersonNames>('the names of a person', namesShape);

/** The place of a person's facts, to which their seal is bound. */
const factsPlace = (personId: string) => `persons.facts_sealed:${personId}`;

export const sealPerson = (key: Buffer, personId: string, facts: PersonFacts | PersonNames): string =>
	seal(key, factsPlace(personId), facts);

export function openPerson(key: Buffer, personId: string, sealed: string): PersonFacts {
	const { onlySafe, ordinaryWays: said, ...facts } = open(key, factsPlace(personId), sealed);
	return { ...facts, ordinaryWays: said ?? (onlySafe ? 'nothing' : 'unsaid') };
}

/** The names of a member of a household, who has told nothing else. */
export const openNames = (key: Buffer, personId: string, sealed: string): PersonNames =>
	openTold(key, factsPlace(personId), sealed);

const openPhoneToo = sealedValue<PersonNames & { readonly phone?: string }>(
	'the names of a person',
	namesShape.extend({ phone: z.string().exactOptional() })
);

/** What of a person is compared with others: the names and, of a person with an account, the phone. */
export const openCompared = (key: Buffer, personId: string, sealed: string) =>
	openPhoneToo(key, factsPlace(personId), sealed);
