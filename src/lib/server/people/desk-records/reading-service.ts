import type { Kysely } from 'kysely';
import { openText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import { evidencePlace } from './open-record';
import { listOfPerson } from './repository';

/** The records of what a person said to the office, newest first, for the file of everything. */
export async function recordsOf(db: Kysely<Database>, accountId: string) {
	const records = [];
	for (const { id, channel, on, officerRole, openedAt, closedAt, evidenceSealed } of await listOfPerson(
		db,
		accountId
	)) {
		const evidence = await openText(db, evidencePlace(id), evidenceSealed);
		records.push({ id, channel, on, evidence, by: officerRole, openedAt, closedAt });
	}
	return records;
}
