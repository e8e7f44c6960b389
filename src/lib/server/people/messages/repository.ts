import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { MessagesTable } from './table';

export const columns = [
	'id',
	'account_id as accountId',
	'data_key_id as dataKeyId',
	'content_sealed as contentSealed',
	'channel',
	'created_at as createdAt',
	'posted_at as postedAt'
] as const;

export type StoredMessage = {
	readonly id: string;
	readonly accountId: string | null;
	readonly dataKeyId: string;
	readonly contentSealed: string;
	readonly channel: MessagesTable['channel'];
	readonly createdAt: string;
	readonly postedAt: string | null;
};

export async function insertMessage(trx: Transaction<Database>, row: Insertable<MessagesTable>): Promise<void> {
	await trx.insertInto('messages').values(row).execute();
}

/** The messages of an account, the newest first. */
export async function listOf(
	db: Kysely<Database>,
	accountId: string,
	{ limit, offset }: { readonly limit: number; readonly offset: number }
): Promise<StoredMessage[]> {
	return db
		.selectFrom('messages')
		.select(columns)
		.where('account_id', '=', accountId)
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(limit)
		.offset(offset)
		.execute();
}

export async function countOf(db: Kysely<Database>, accountId: string): Promise<number> {
	const { count } = await db
		.selectFrom('messages')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('account_id', '=', accountId)
		.executeTakeFirstOrThrow();
	return Number(count);
}

export async function findMessage(db: Kysely<Database>, id: string): Promise<StoredMessage | undefined> {
	return db.selectFrom('messages').select(columns).where('id', '=', id).executeTakeFirst();
}

/** The last mail of a message that was tried at the present address of an account; undefined where there is none. */
export async function lastTriedMail(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('outbox')
		.innerJoin('messages', 'messages.id', 'outbox.message_id')
		.innerJoin('accounts', 'accounts.id', 'messages.account_id')
		.select(['outbox.problem', 'outbox.problem_at as problemAt', 'outbox.given_up_at as givenUpAt'])
		.where('messages.account_id', '=', accountId)
		.where('outbox.channel', '=', 'email')
		.whereRef('outbox.recipient', '=', 'accounts.email')
		.where((eb) => eb.or([eb('outbox.sent_at', 'is not', null), eb('outbox.problem_at', 'is not', null)]))
		.orderBy('outbox.id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** The last message of an account that an SMS gateway or App IO told, or did not tell; undefined where there is none. */
export async function lastNews(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('outbox')
		.innerJoin('messages', 'messages.id', 'outbox.message_id')
		.leftJoin('persons', 'persons.account_id', 'messages.account_id')
		.select(['outbox.left_channel as channel', 'outbox.left_at as at', 'outbox.given_up_at as givenUpAt'])
		.select('persons.updated_at as detailsSavedAt')
		.where('messages.account_id', '=', accountId)
		.where((eb) =>
			eb.or([
				eb('outbox.left_at', 'is not', null),
				eb.and([eb('outbox.channel', '!=', 'email'), eb('outbox.sent_at', 'is not', null)])
			])
		)
		.orderBy('outbox.id', 'desc')
		.limit(1)
		.executeTakeFirst();
}
