import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { columns, type StoredMessage } from './repository';

const waiting = (db: Kysely<Database>) =>
	db.selectFrom('messages').where('channel', '=', 'paper').where('posted_at', 'is', null).where('run_id', 'is', null);

/** The letters to print that are in no print run, the oldest first: all, or those of `ids`. */
export async function listLetters(
	db: Kysely<Database>,
	limit: number,
	ids?: readonly string[]
): Promise<StoredMessage[]> {
	if (ids?.length === 0) return [];
	const these = ids ? waiting(db).where('id', 'in', ids) : waiting(db);
	return these.select(columns).orderBy('id').limit(limit).execute();
}

/** The letters to print that were written before an instant. */
export async function letterIdsBefore(db: Kysely<Database>, before: string): Promise<string[]> {
	const rows = await waiting(db).select('id').where('created_at', '<', before).orderBy('id').execute();
	return rows.map(({ id }) => id);
}

export async function countLetters(db: Kysely<Database>): Promise<number> {
	const { count } = await waiting(db)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** Those of these letters that are in no print run and not posted, locked until the transaction ends. */
export async function lockLetters(trx: Transaction<Database>, ids: readonly string[]): Promise<StoredMessage[]> {
	if (ids.length === 0) return [];
	return trx
		.updateTable('messages')
		.set((eb) => ({ channel: eb.ref('channel') }))
		.where('id', 'in', ids)
		.where('channel', '=', 'paper')
		.where('posted_at', 'is', null)
		.where('run_id', 'is', null)
		.returning(columns)
		.execute();
}

export async function setPosted(
	trx: Transaction<Database>,
	ids: readonly string[],
	{ by, at }: { readonly by: string; readonly at: string }
): Promise<void> {
	if (ids.length === 0) return;
	await trx.updateTable('messages').set({ posted_at: at, posted_by: by }).where('id', 'in', ids).execute();
}

export async function deleteMessages(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await trx.deleteFrom('messages').where('id', 'in', ids).execute();
}

/** Messages whose mail failed at its last try, with their readers. */
export async function listUndelivered(db: Kysely<Database>, limit: number) {
	const rows = await db
		.selectFrom('outbox')
		.innerJoin('messages', 'messages.id', 'outbox.message_id')
		.innerJoin('accounts', 'accounts.id', 'messages.account_id')
		.select(['messages.id', 'messages.account_id as accountId', 'messages.data_key_id as dataKeyId'])
		.select(['messages.content_sealed as contentSealed', 'messages.channel', 'messages.created_at as createdAt'])
		.select(['messages.posted_at as postedAt', 'accounts.name', 'accounts.email'])
		.select(['outbox.problem', 'outbox.problem_at as problemAt', 'outbox.given_up_at as givenUpAt'])
		.where('outbox.problem_at', 'is not', null)
		.where('messages.channel', '=', 'email')
		// After an SMS gateway or App IO refuses a message, the portal sends it by mail. The office has nothing to do.
		.where('outbox.channel', '=', 'email')
		.orderBy('outbox.problem_at', 'desc')
		.limit(limit)
		.execute();
	return rows.map(({ problem, problemAt, givenUpAt, ...row }) => ({
		...row,
		problem: problem!,
		problemAt: problemAt!,
		givenUp: givenUpAt !== null
	}));
}

/** Turns a message that waits for its mail into a letter; false where it is one, or is gone. */
export async function closeMail(trx: Transaction<Database>, id: string): Promise<boolean> {
	const turned = trx.updateTable('messages').set({ channel: 'paper' }).where('id', '=', id);
	return (await turned.where('channel', '=', 'email').returning('id').executeTakeFirst()) !== undefined;
}

/**
 * Turns a message whose mail did not arrive into a letter. Answers what it was before; undefined where there is no such
 * message, or where its mail left or was not tried.
 */
export async function turnToPaper(
	trx: Transaction<Database>,
	id: string
): Promise<StoredMessage['channel'] | undefined> {
	const turned = await trx
		.updateTable('messages')
		.set({ channel: 'paper' })
		.where('id', '=', id)
		.where('channel', '=', 'email')
		.where('id', 'in', (eb) =>
			eb.selectFrom('outbox').select('message_id').where('problem_at', 'is not', null).$castTo<{ message_id: string }>()
		)
		.returning('id')
		.executeTakeFirst();
	if (turned) return 'email';
	const found = await trx.selectFrom('messages').select('channel').where('id', '=', id).executeTakeFirst();
	return found?.channel === 'paper' ? 'paper' : undefined;
}
