import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import type { SessionWay } from '$lib/domain/sign-in-way';
import type { RecoveryCodesTable, SessionsTable } from './table';

/** A session by the hash of its id, with what is needed of its account; nothing when the account is disabled. */
export async function findSession(db: Kysely<Database>, id: string) {
	const row = await db
		.selectFrom('sessions')
		.innerJoin('accounts', 'accounts.id', 'sessions.account_id')
		.select([
			'sessions.account_id as accountId',
			'sessions.created_at as createdAt',
			'sessions.expires_at as expiresAt',
			'sessions.second_factor as secondFactor',
			'sessions.acting_under as actingUnder',
			'accounts.role',
			'accounts.name',
			'accounts.organisation_id as organisationId',
			'accounts.demo',
			'accounts.totp_sealed as totpSealed'
		])
		.where('sessions.id', '=', id)
		.where('accounts.disabled_at', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	const { demo, secondFactor, totpSealed, ...session } = row;
	const hasSecondFactor = totpSealed !== null;
	return { ...session, demo: demo === 1, secondFactor: secondFactor === 1, hasSecondFactor };
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

export async function insertSession(trx: Transaction<Database>, row: Insertable<SessionsTable>): Promise<void> {
	await trx.insertInto('sessions').values(row).execute();
}

/** How a session was signed in; by the password where it has ended meanwhile. */
export async function findWay(db: Kysely<Database>, id: string): Promise<SessionWay> {
	const row = await db.selectFrom('sessions').select('way').where('id', '=', id).executeTakeFirst();
	return row?.way ?? 'password';
}

export async function extendSession(trx: Transaction<Database>, id: string, until: Instant): Promise<void> {
	await trx.updateTable('sessions').set({ expires_at: until }).where('id', '=', id).execute();
}

/** Sets the mandate under which a session works for a person; null ends that. Answers the one before. */
export async function setActingUnder(
	trx: Transaction<Database>,
	id: string,
	mandateId: string | null
): Promise<string | null> {
	const before = await trx.selectFrom('sessions').select('acting_under').where('id', '=', id).executeTakeFirst();
	await trx.updateTable('sessions').set({ acting_under: mandateId }).where('id', '=', id).execute();
	return before?.acting_under ?? null;
}

export async function deleteSession(trx: Transaction<Database>, id: string): Promise<void> {
	await trx.deleteFrom('sessions').where('id', '=', id).execute();
}

/** The sessions of an account that were used lately enough, the newest first. */
export async function listSessionsOf(db: Kysely<Database>, accountId: string, now: Instant) {
	return db
		.selectFrom('sessions')
		.select(['id', 'created_at as createdAt', 'second_factor as secondFactor', 'browser', 'way'])
		.where('account_id', '=', accountId)
		.where('expires_at', '>', now)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
}

/** Ends the sessions of an account that `which` names: one by its hash, or all but that one. Answers how many. */
export async function deleteOwnSessions(
	trx: Transaction<Database>,
	accountId: string,
	which: { readonly only: string } | { readonly except: string }
): Promise<number> {
	const own = trx.deleteFrom('sessions').where('account_id', '=', accountId);
	const chosen = 'only' in which ? own.where('id', '=', which.only) : own.where('id', '!=', which.except);
	return (await chosen.returning('id').execute()).length;
}

export async function deleteSessionsOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	await trx.deleteFrom('sessions').where('account_id', '=', accountId).execute();
}

/** Deletes idle sessions. A session past its absolute lifetime becomes idle soon after. */
export async function deleteIdleSessions(trx: Transaction<Database>, now: Instant): Promise<void> {
	await trx.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}

export async function deleteAllSessions(trx: Transaction<Database>): Promise<void> {
	await trx.deleteFrom('sessions').execute();
}

export async function insertRecoveryCodes(trx: Transaction<Database>, rows: RecoveryCodesTable[]): Promise<void> {
	await trx.insertInto('recovery_codes').values(rows).execute();
}

/** Uses a code up: true for the first who does. */
export async function deleteRecoveryCode(trx: Transaction<Database>, accountId: string, id: string): Promise<boolean> {
	const used = await trx
		.deleteFrom('recovery_codes')
		.where('account_id', '=', accountId)
		.where('id', '=', id)
		.returning('id')
		.executeTakeFirst();
	return used !== undefined;
}

export async function deleteRecoveryCodes(trx: Transaction<Database>, accountId: string): Promise<void> {
	await trx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
}
