import { sql, type Insertable, type Kysely, type Transaction, type Updateable } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Account } from './account';
import { erasedPattern } from './erased-address';
import { holdAlone } from './hold-repository';
import { normaliseEmail } from './mail-address';
import type { AccountTokensTable, AccountsTable } from './table';

const columns = [
	'id',
	'email',
	'name',
	'role',
	'organisation_id as organisationId',
	'password_hash as passwordHash',
	'email_confirmed_at as emailConfirmedAt',
	'totp_sealed as totpSealed',
	'totp_last_step as totpLastStep',
	'data_key_id as dataKeyId',
	'locale',
	'demo',
	'created_at as createdAt',
	'disabled_at as disabledAt'
] as const;

const accountOf = ({ demo, ...row }: Omit<Account, 'demo'> & { demo: number }): Account => ({
	...row,
	demo: demo === 1
});

export async function findByEmail(db: Kysely<Database>, email: string): Promise<Account | undefined> {
	const found = db.selectFrom('accounts').select(columns).where('email', '=', normaliseEmail(email));
	const row = await found.executeTakeFirst();
	return row && accountOf(row);
}

export async function findAccount(db: Kysely<Database>, id: string): Promise<Account | undefined> {
	const row = await db.selectFrom('accounts').select(columns).where('id', '=', id).executeTakeFirst();
	return row && accountOf(row);
}

export async function insertAccount(trx: Transaction<Database>, account: Account): Promise<void> {
	const { id, email, name, role, locale } = account;
	const row = {
		...{ id, email, name, role, locale, demo: account.demo ? 1 : 0 },
		...{ organisation_id: account.organisationId, data_key_id: account.dataKeyId },
		...{ password_hash: account.passwordHash, email_confirmed_at: account.emailConfirmedAt },
		...{ totp_sealed: account.totpSealed, totp_last_step: account.totpLastStep },
		...{ created_at: account.createdAt, disabled_at: account.disabledAt }
	};
	await trx.insertInto('accounts').values(row).execute();
}

export async function updateAccount(
	trx: Transaction<Database>,
	id: string,
	changes: Updateable<AccountsTable>
): Promise<void> {
	await trx.updateTable('accounts').set(changes).where('id', '=', id).execute();
}

/** Gives an account its data key unless it has one; answers the one it has. */
export async function claimDataKey(trx: Transaction<Database>, accountId: string, keyId: string): Promise<string> {
	await trx
		.updateTable('accounts')
		.set({ data_key_id: keyId })
		.where('id', '=', accountId)
		.where('data_key_id', 'is', null)
		.execute();
	const account = await trx
		.selectFrom('accounts')
		.select('data_key_id')
		.where('id', '=', accountId)
		.executeTakeFirstOrThrow();
	return account.data_key_id!;
}

/** Takes a time step of the second factor once: false when this one, or a later one, was used before. */
export async function takeStep(trx: Transaction<Database>, id: string, step: number): Promise<boolean> {
	const taken = await trx
		.updateTable('accounts')
		.set({ totp_last_step: step })
		.where('id', '=', id)
		.where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
		.returning('id')
		.executeTakeFirst();
	return taken !== undefined;
}

export async function insertToken(trx: Transaction<Database>, row: Insertable<AccountTokensTable>): Promise<void> {
	await trx.insertInto('account_tokens').values(row).execute();
}

export async function deleteTokens(
	trx: Transaction<Database>,
	accountId: string,
	purpose: AccountTokensTable['purpose']
): Promise<void> {
	await trx.deleteFrom('account_tokens').where('account_id', '=', accountId).where('purpose', '=', purpose).execute();
}

export async function deleteAllTokens(trx: Transaction<Database>): Promise<void> {
	await trx.deleteFrom('account_tokens').execute();
}

export async function findToken(
	db: Kysely<Database>,
	id: string,
	purpose: AccountTokensTable['purpose'],
	at: Instant
): Promise<{ accountId: string } | undefined> {
	return db
		.selectFrom('account_tokens')
		.select('account_id as accountId')
		.where('id', '=', id)
		.where('purpose', '=', purpose)
		.where('used_at', 'is', null)
		.where('expires_at', '>', at)
		.executeTakeFirst();
}

/** The link to a new address, used or not, while it lives. */
export async function findEmailToken(
	db: Kysely<Database>,
	id: string,
	at: Instant
): Promise<{ accountId: string; email: string; usedAt: Instant | null } | undefined> {
	return db
		.selectFrom('account_tokens')
		.select(['account_id as accountId', 'used_at as usedAt'])
		.select((eb) => eb.ref('email').$notNull().as('email'))
		.where('id', '=', id)
		.where('purpose', '=', 'confirm_email')
		.where('expires_at', '>', at)
		.executeTakeFirst();
}

/** Marks the token as used and answers its account; nothing when it was used, is too old, or never was. */
export async function useToken(
	trx: Transaction<Database>,
	id: string,
	purpose: AccountTokensTable['purpose'],
	at: Instant
): Promise<string | undefined> {
	const used = await trx
		.updateTable('account_tokens')
		.set({ used_at: at })
		.where('id', '=', id)
		.where('purpose', '=', purpose)
		.where('used_at', 'is', null)
		.where('expires_at', '>', at)
		.returning('account_id')
		.executeTakeFirst();
	return used?.account_id;
}

export type AccountFilter = { readonly role: Account['role'] | null; readonly email: string };

function matching(db: Kysely<Database>, filter: AccountFilter) {
	// An erased account is nobody's: its row stays for the log alone.
	let query = db.selectFrom('accounts').where('email', 'not like', erasedPattern);
	if (filter.role) query = query.where('role', '=', filter.role);
	// Addresses are kept in lower case; `like` differs between the databases, the first characters do not.
	const { length } = filter.email;
	if (length > 0) query = query.where(sql<string>`substr(email, 1, ${sql.lit(length)})`, '=', filter.email);
	return query;
}

export async function countAccounts(db: Kysely<Database>, filter: AccountFilter): Promise<number> {
	const row = await matching(db, filter)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export async function listAccounts(
	db: Kysely<Database>,
	filter: AccountFilter,
	page: { limit: number; offset: number }
): Promise<Account[]> {
	const rows = await matching(db, filter)
		.select(columns)
		.orderBy('email')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return rows.map(accountOf);
}

/** The accounts whose persons had them erased. */
export async function listErased(db: Kysely<Database>): Promise<string[]> {
	const rows = await db.selectFrom('accounts').select('id').where('email', 'like', erasedPattern).execute();
	return rows.map(({ id }) => id);
}

/**
 * Closes an account for its erasure, when everybody who writes about its person has ended; false where it was closed before,
 * as by a second click.
 */
export async function closeOnce(trx: Transaction<Database>, id: string, at: Instant): Promise<boolean> {
	await holdAlone(trx, id);
	const closed = await trx
		.updateTable('accounts')
		.set({ disabled_at: at })
		.where('id', '=', id)
		.where('disabled_at', 'is', null)
		.returning('id')
		.execute();
	return closed.length === 1;
}
