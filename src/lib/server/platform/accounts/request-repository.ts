import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { machineTime } from '$lib/server/clock';
import type { DatabaseKind } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import type { AccountRequestsTable } from './table';
import { tokenHours } from './tokens';

export type AccountRequest = Pick<
	AccountRequestsTable,
	'id' | 'kind' | 'email' | 'name' | 'role' | 'locale' | 'next'
> & {
	readonly usedAt: Instant | null;
};

const columns = ['id', 'kind', 'email', 'name', 'role', 'locale', 'next', 'used_at as usedAt'] as const;

const HOUR = 3_600_000;
/** A request older than this is over: its link no longer works. In machine time, as every secret's life. */
const eldest = (): Instant => new Date(Date.parse(machineTime()) - tokenHours.confirm * HOUR).toISOString();

export async function insertRequest(trx: Transaction<Database>, row: AccountRequestsTable): Promise<void> {
	await trx.insertInto('account_requests').values(row).execute();
}

/** How many requests named `email` since `from`. */
export async function countRequests(db: Kysely<Database>, email: string, from: Instant): Promise<number> {
	const row = await db
		.selectFrom('account_requests')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('email', '=', email)
		.where('created_at', '>', from)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

const due = (db: Kysely<Database>) =>
	db
		.selectFrom('account_requests')
		.select(columns)
		.where('answered_at', 'is', null)
		.where('due_at', '<=', machineTime())
		.orderBy('due_at')
		.orderBy('id');

export async function anyRequestDue(db: Kysely<Database>): Promise<boolean> {
	return (await due(db).limit(1).executeTakeFirst()) !== undefined;
}

/** The next due request, held until the transaction ends: no other process answers it. */
export async function holdDueRequest(
	trx: Transaction<Database>,
	kind: DatabaseKind
): Promise<AccountRequest | undefined> {
	const next = due(trx).limit(1);
	return (kind === 'postgres' ? next.forUpdate().skipLocked() : next).executeTakeFirst();
}

export async function markAnswered(trx: Transaction<Database>, id: string, tokenHash: string | null): Promise<void> {
	await trx
		.updateTable('account_requests')
		.set({ answered_at: machineTime(), token_hash: tokenHash })
		.where('id', '=', id)
		.execute();
}

/** The sign-up to which a link belongs, used or not, while the link lives. */
export async function findSignUp(db: Kysely<Database>, tokenHash: string): Promise<AccountRequest | undefined> {
	return db
		.selectFrom('account_requests')
		.select(columns)
		.where('token_hash', '=', tokenHash)
		.where('kind', '=', 'sign_up')
		.where('created_at', '>', eldest())
		.executeTakeFirst();
}

/** Uses the link of a sign-up: true for the first who does. */
export async function markUsed(trx: Transaction<Database>, id: string): Promise<boolean> {
	const used = await trx
		.updateTable('account_requests')
		.set({ used_at: machineTime() })
		.where('id', '=', id)
		.where('used_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return used !== undefined;
}

/** Names and addresses of people who did not confirm are not kept. */
export async function deleteOldRequests(trx: Transaction<Database>): Promise<void> {
	await trx.deleteFrom('account_requests').where('created_at', '<=', eldest()).execute();
}

export async function deleteAllRequests(trx: Transaction<Database>): Promise<void> {
	await trx.deleteFrom('account_requests').execute();
}

export async function deleteRequestsOf(trx: Transaction<Database>, email: string): Promise<void> {
	await trx.deleteFrom('account_requests').where('email', '=', email).execute();
}
