import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { isLocale } from '$lib/paraglide/runtime';
import { discretionFor } from '$lib/server/people/protection/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { newsText } from '$lib/server/platform/mail/news/news-text';
import type { Leaving, LeavingMail } from '$lib/server/platform/mail/send-due';
import type { Database } from '$lib/server/schema';
import { closeMail } from './letters-repository';

/**
 * What a message says on its way, decided at the moment when it leaves: a reader may have told of violence after it was written, and
 * no row of the outbox shows who is in danger. Null where it may not leave at all.
 */
export async function wordsOnTheWay(db: Kysely<Database>, mail: LeavingMail): Promise<Leaving | null> {
	const written = { subject: mail.subject, text: mail.body ?? '' };
	const account = mail.reader_id === null ? undefined : await findAccount(db, mail.reader_id);
	if (!account) return written;
	const person = await readOwnPerson(db, account.id);
	const discretion = await discretionFor(db, account.id, person?.facts ?? null);
	if (discretion === 'closed') return null;
	return discretion === 'open' ? written : newsText(isLocale(account.locale) ? account.locale : 'it');
}

/** The same for the job that sends. A message that may not leave waits among the letters, for the office. */
export async function leave({ db, transact }: AppDatabase, mail: LeavingMail, now: Instant): Promise<Leaving | null> {
	const words = await wordsOnTheWay(db, mail);
	const id = mail.message_id;
	if (words === null && id !== null)
		await transact(async (trx) => {
			if (await closeMail(trx, id))
				record(trx, { event: 'message_on_paper', by: system, subject: { type: 'message', id }, at: now });
		});
	return words;
}
