import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { insertMail } from './repository';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/**
 * Puts a mail in the outbox, in the transaction of the act it reports. The mail leaves if, and only if, the act is
 * committed.
 */
export async function enqueueMail(trx: Transaction<Database>, mail: Mail, at: Instant): Promise<void> {
	await insertMail(trx, {
		id: newId(),
		recipient: mail.to,
		subject: mail.subject,
		body: mail.text,
		created_at: at,
		due_at: at,
		sent_at: null,
		given_up_at: null
	});
}
