import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Locale } from '$lib/paraglide/runtime';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { officeLines } from './office-lines';
import { insertMail } from './repository';

export type Mail = {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	/** The language of its reader. */
	readonly locale: Locale;
	/** The kept message that this mail carries, if any (people/messages). */
	readonly messageId?: string;
};

/**
 * Puts a mail in the outbox, in the transaction of the act it reports. The mail leaves if, and only if, the act is
 * committed. It ends with the name, the phone and the hours of the office.
 */
export async function enqueueMail(trx: Transaction<Database>, mail: Mail, at: Instant): Promise<void> {
	await insertMail(trx, {
		id: newId(),
		recipient: mail.to,
		subject: mail.subject,
		body: `${mail.text.trimEnd()}\n\n-- \n${officeLines(mail.locale)}\n`,
		message_id: mail.messageId ?? null,
		created_at: at,
		due_at: at,
		sent_at: null,
		given_up_at: null
	});
}
