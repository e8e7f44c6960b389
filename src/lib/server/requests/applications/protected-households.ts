import type { Kysely } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import { shownContact } from '$lib/domain/person/shown-contact';
import { openPerson } from '$lib/server/people/persons/stored-facts';
import type { Database } from '$lib/server/schema';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { listProtectable } from './protected-repository';
import { openHealth } from './stored-health';

const TURN = 250;

/**
 * Whether a household of a notice, in or gone, may be told by its safe contact alone, or says that it flees violence. What
 * cannot be opened any more, because its key was destroyed, says nothing.
 */
export async function hasProtected(db: Kysely<Database>, noticeId: string): Promise<boolean> {
	for (let after = ''; ;) {
		const rows = await listProtectable(db, noticeId, after, TURN);
		const keys = await openDataKeys(db, [...new Set(rows.flatMap(({ keyIds }) => keyIds))]);
		if (rows.some((row) => isProtected(row, keys))) return true;
		if (rows.length < TURN) return false;
		after = rows.at(-1)!.id;
	}
}

type Row = Awaited<ReturnType<typeof listProtectable>>[number];

function isProtected({ id, needsSealed, needsKeyId, person }: Row, keys: ReadonlyMap<string, Buffer>): boolean {
	const needsKey = keys.get(needsKeyId);
	if (needsKey && readHealth(openHealth({ id, needsSealed }, needsKey)).emergency?.includes('violence')) return true;
	const personKey = person && keys.get(person.keyId);
	return Boolean(personKey && shownContact(openPerson(personKey, person.id, person.sealed), '', false).isProtected);
}
