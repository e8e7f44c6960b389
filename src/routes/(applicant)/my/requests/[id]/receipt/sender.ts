import { fullName } from '$lib/domain/person/person';
import { readOwnPerson } from '$lib/server/people/persons/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { db } from '$lib/server/platform/db/app';

/** Who sent a request, by the name on their documents; by the name of the account where no other was told. */
export async function senderOf(by: Actor): Promise<string> {
	const person = await readOwnPerson(db(), by.id);
	return (person && fullName(person.facts)) || by.name;
}
