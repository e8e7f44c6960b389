import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { Leaving } from './send-due';
import { newestUnsent, type OutboxMail } from './repository';

const SHOWN = 30;

/**
 * The mails of a demo without a mail server, newest first; each line a sentence or the address of one of our pages.
 * `words`: what a mail says when it leaves; one that may not leave is not shown.
 */
export async function readLetterBox(
	db: Kysely<Database>,
	origin: string,
	words: (mail: OutboxMail) => Promise<Leaving | null>
) {
	const mails = await newestUnsent(db, SHOWN);
	const shown = [];
	for (const mail of mails) {
		const said = await words(mail);
		if (said)
			shown.push({
				id: mail.id,
				recipient: mail.recipient,
				at: mail.created_at,
				subject: said.subject,
				lines: linesOf(said, origin)
			});
	}
	return shown;
}

const linesOf = ({ text }: Leaving, origin: string) =>
	text
		.split('\n')
		.filter(Boolean)
		.map((line) => ({ text: line, path: line.startsWith(`${origin}/`) ? line.slice(origin.length) : null }));
