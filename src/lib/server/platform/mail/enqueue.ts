import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Locale } from '$lib/paraglide/runtime';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { sealDirect } from './news/news';
import { officeLines } from './office-lines';
import { insertMail } from './repository';
import type { NewsChannel } from './table';

export type Mail = {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	/** The language of its reader. */
	readonly locale: Locale;
	/** The kept message that this mail carries, if any (people/messages). */
	readonly messageId?: string;
	/** The account of the reader, by which what the mail says is decided when it leaves. Left out for a mail about the account. */
	readonly readerId?: string;
	/** The channel that says that there is news, in the place of the mail; the mail goes where that channel refuses. */
	readonly direct?: { readonly channel: NewsChannel; readonly to: string; readonly dataKeyId: string } | undefined;
};

/**
 * Puts a mail in the outbox, in the transaction of the act it reports. The mail leaves if, and only if, the act is
 * committed. It ends with the name, the phone and the hours of the office.
 */
export async function enqueueMail(trx: Transaction<Database>, mail: Mail, at: Instant): Promise<void> {
	await enqueueAs(trx, newId(), mail, at);
}

/**
 * Puts the last mail to an address that its account has left, or to an erased account, in the outbox. It takes the id of the account, by which the sender knows that the
 * whole row is deleted when the mail has left or is given up (`endMail`).
 */
export async function enqueueLastMail(
	trx: Transaction<Database>,
	accountId: string,
	mail: Mail,
	at: Instant
): Promise<void> {
	await enqueueAs(trx, accountId, mail, at);
}

async function enqueueAs(trx: Transaction<Database>, id: string, mail: Mail, at: Instant): Promise<void> {
	const { direct, locale } = mail;
	await insertMail(trx, {
		id,
		recipient: mail.to,
		subject: mail.subject,
		body: `${mail.text.trimEnd()}\n\n-- \n${officeLines(locale)}\n`,
		message_id: mail.messageId ?? null,
		reader_id: mail.readerId ?? null,
		channel: direct?.channel ?? 'email',
		direct_sealed: direct ? await sealDirect(trx, direct.dataKeyId, id, { to: direct.to, locale }) : null,
		created_at: at,
		due_at: at,
		sent_at: null,
		given_up_at: null
	});
}
