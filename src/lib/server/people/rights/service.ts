import type { Kysely, Transaction } from 'kysely';
import { deleteRecordsOf } from '$lib/server/people/desk-records/erase-repository';
import { recordsOf } from '$lib/server/people/desk-records/reading-service';
import { deleteDocumentsOf } from '$lib/server/people/documents/erase-repository';
import { readOwnDocuments } from '$lib/server/people/documents/reading-service';
import { deleteMandatesOf } from '$lib/server/people/mandates/erase-repository';
import { mandatesOf } from '$lib/server/people/mandates/reading-service';
import { deleteMessagesOf } from '$lib/server/people/messages/erase-repository';
import { deletePersonOf } from '$lib/server/people/persons/erase-repository';
import { deleteReadingsOf } from '$lib/server/people/readings/erase-repository';
import { listReadings } from '$lib/server/people/readings/repository';
import { reasonPlace } from '$lib/server/people/readings/service';
import { openText } from '$lib/server/platform/secrets/sealed-text';
import { openMessages } from '$lib/server/people/messages/reading-service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import type { Database } from '$lib/server/schema';
import { listMessages } from './repository';

/** The details of an account's person, who read them, the person's documents, and the messages to the person, opened. */
export async function exportOf(db: Kysely<Database>, accountId: string) {
	const person = await readOwnPerson(db, accountId);
	const messages = await openMessages(db, await listMessages(db, accountId));
	return {
		readings: await readingsOf(db, { accountId, personId: person?.id ?? null }),
		person: person && { id: person.id, updatedAt: person.updatedAt, ...person.facts },
		documents: await readOwnDocuments(db, accountId),
		mandates: await mandatesOf(db, accountId),
		deskRecords: await recordsOf(db, accountId),
		messages: messages.map(({ row, content: { template, locale, subject, text, path } }) => ({
			...{ id: row.id, at: row.createdAt, channel: row.channel, postedAt: row.postedAt },
			...{ kind: template, language: locale, subject, text, path }
		}))
	};
}

/** More than anybody's details are opened. */
const ALL = 1_000_000;

/** Who of the office read of the person, by role and organisation. */
async function readingsOf(db: Kysely<Database>, of: { accountId: string; personId: string | null }) {
	const rows = [];
	for (const { id, at, reason, subjectType, role, organisation } of await listReadings(db, of, ALL)) {
		const why = reason && (await openText(db, reasonPlace(id), reason));
		rows.push({ at, by: role, organisation, for: subjectType, reason: why });
	}
	return rows;
}

/**
 * Deletes the details of an account's person, who read them, the documents and the messages. The pages of a document are sealed
 * with the key that is destroyed next; the sweep removes them from the store of files.
 */
export async function eraseOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	await deleteMandatesOf(trx, accountId);
	await deleteRecordsOf(trx, accountId);
	await deleteDocumentsOf(trx, accountId);
	await deleteMessagesOf(trx, accountId);
	await deleteReadingsOf(trx, accountId);
	await deletePersonOf(trx, accountId);
}
