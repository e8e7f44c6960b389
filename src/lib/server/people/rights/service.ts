import type { Kysely } from 'kysely';
import { openMessages } from '$lib/server/people/messages/reading-service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import type { Database } from '$lib/server/schema';
import { listMessages } from './repository';

/** The details of an account's person and the messages to them, opened. */
export async function exportOf(db: Kysely<Database>, accountId: string) {
	const person = await readOwnPerson(db, accountId);
	const messages = await openMessages(db, await listMessages(db, accountId));
	return {
		person: person && { id: person.id, updatedAt: person.updatedAt, ...person.facts },
		messages: messages.map(({ row, content: { template, locale, subject, text, path } }) => ({
			...{ id: row.id, at: row.createdAt, channel: row.channel, postedAt: row.postedAt },
			...{ kind: template, language: locale, subject, text, path }
		}))
	};
}
