import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Deletes the mails to an address, sent or waiting, and those that carry a message of the account. */
export async function deleteMailsTo(
	trx: Transaction<Database>,
	{ email, accountId }: { readonly email: string; readonly accountId: string }
): Promise<void> {
	const messages = trx.selectFrom('messages').select('id').where('account_id', '=', accountId);
	await trx
		.deleteFrom('outbox')
		.where((eb) =>
			eb.or([eb('recipient', '=', email), eb('message_id', 'in', messages), eb('reader_id', '=', accountId)])
		)
		.execute();
}

/**
 * Leaves nothing of the account at an address that is no longer its own: mails that wait go to the new one, and the rows of
 * mails without a kept message go. A last mail that waits there gives place to the next.
 */
export async function leaveAddress(
	trx: Transaction<Database>,
	{ accountId, from, to }: { readonly accountId: string; readonly from: string; readonly to: string }
): Promise<void> {
	await trx.deleteFrom('outbox').where('id', '=', accountId).execute();
	await trx
		.updateTable('outbox')
		.set({ recipient: to })
		.where('recipient', '=', from)
		.where('sent_at', 'is', null)
		.where('given_up_at', 'is', null)
		.execute();
	await trx.deleteFrom('outbox').where('recipient', '=', from).where('message_id', 'is', null).execute();
}

/** Deletes the last mail to an address that its account has left, which has the account's id; answers whether this mail is one. */
export async function deleteLastMail(trx: Transaction<Database>, id: string): Promise<boolean> {
	const gone = await trx
		.deleteFrom('outbox')
		.where('id', '=', id)
		.where('id', 'in', trx.selectFrom('accounts').select('id').where('id', '=', id))
		.returning('id')
		.executeTakeFirst();
	return gone !== undefined;
}

/** Deletes the mails that carried these messages. */
export async function deleteMailsOf(trx: Transaction<Database>, messages: readonly string[]): Promise<void> {
	if (messages.length > 0) await trx.deleteFrom('outbox').where('message_id', 'in', messages).execute();
}
