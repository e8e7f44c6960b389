import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { newestUnsent } from './repository';

const SHOWN = 30;

/** The mails of a demo without a mail server, newest first; each line a sentence or the address of one of our pages. */
export async function readLetterBox(db: Kysely<Database>, origin: string) {
	const mails = await newestUnsent(db, SHOWN);
	return mails.map(({ id, recipient, subject, body, created_at }) => ({
		id,
		recipient,
		subject,
		at: created_at,
		lines: (body ?? '')
			.split('\n')
			.filter(Boolean)
			.map((text) => ({ text, path: text.startsWith(`${origin}/`) ? text.slice(origin.length) : null }))
	}));
}
