import type { Kysely } from 'kysely';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { isProtectedPerson } from '$lib/server/people/protection/service';
import type { Database } from '$lib/server/schema';
import type { Application } from './repository';
import { tellsOfViolence } from './who-asks';

/** Whether the household of a request is protected: one of its requests tells of violence, or it wants its safe contact alone. */
export async function isProtected(db: Kysely<Database>, request: Application): Promise<boolean> {
	if (await tellsOfViolence(db, request)) return true;
	const { accountId } = request;
	if (accountId === null) return false;
	return isProtectedPerson(db, accountId, (await readOwnPerson(db, accountId))?.facts ?? null);
}
