import { z } from 'zod';
import { confirmable } from '$lib/domain/person/confirmable';
import { channels, spokenLanguages, type PersonFacts, type PersonNames } from '$lib/domain/person/person';
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
	onlySafe: z.boolean(),
	channel: z.enum(channels),
	spoken: z.enum(spokenLanguages),
	confirmed: z.partialRecord(z.enum(confirmable), z.iso.datetime()).optional()
});

const open = sealedValue<PersonFacts>('the details of a person', factsShape);

const openTold = sealedValue<PersonNames>('the names of a person', namesShape);

/** The place of a person's facts, to which their seal is bound. */
const factsPlace = (personId: string) => `persons.facts_sealed:${personId}`;

export const sealPerson = (key: Buffer, personId: string, facts: PersonFacts | PersonNames): string =>
	seal(key, factsPlace(personId), facts);

export const openPerson = (key: Buffer, personId: string, sealed: string): PersonFacts =>
	open(key, factsPlace(personId), sealed);

/** The names of a member of a household, who has told nothing else. */
export const openNames = (key: Buffer, personId: string, sealed: string): PersonNames =>
	openTold(key, factsPlace(personId), sealed);
