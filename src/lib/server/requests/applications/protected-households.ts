import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import { wantsOnlySafe } from '$lib/domain/person/person';
import { openPerson } from '$lib/server/people/persons/stored-facts';
import type { Database } from '$lib/server/schema';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { listProtectable, readHouseholdsStamp } from './protected-repository';
import { openHealth } from './stored-health';

const TURN = 250;

/** Whether a notice held a protected household when it was last read, and how to tell that it has changed since. */
export type SeenProtected = { readonly held: boolean; readonly stamp: string };

/**
 * Reads all households of a notice, before the transaction that needs to know: opening 150,000 of them takes seconds, in
 * which nobody else could write. The stamp comes first, so that a change during the reading moves it.
 */
export async function seeProtected(db: Kysely<Database>, noticeId: string): Promise<SeenProtected> {
	const stamp = await readHouseholdsStamp(db, noticeId);
	return { stamp, held: await hasProtected(db, noticeId) };
}

/** Whether what was seen of a notice may be out of date. */
export const hasMoved = async (db: Kysely<Database>, noticeId: string, seen: SeenProtected): Promise<boolean> =>
	(await readHouseholdsStamp(db, noticeId)) !== seen.stamp;

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
		after = rows.at(-1)!.pseudonym;
		await letOthersPass();
	}
}

type Row = Awaited<ReturnType<typeof listProtectable>>[number];

function isProtected({ id, needsSealed, needsKeyId, person }: Row, keys: ReadonlyMap<string, Buffer>): boolean {
	const needsKey = keys.get(needsKeyId);
	if (needsKey && readHealth(openHealth({ id, needsSealed }, needsKey)).emergency?.includes('violence')) return true;
	const personKey = person && keys.get(person.keyId);
	return Boolean(personKey && wantsOnlySafe(openPerson(personKey, person.id, person.sealed)));
}
