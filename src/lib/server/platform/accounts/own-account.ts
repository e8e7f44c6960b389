import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { guardedRoles, type Actor } from '$lib/server/platform/auth/actor';
import { checkPassword } from '$lib/server/platform/auth/password';
import { deleteRecoveryCodes } from '$lib/server/platform/auth/repository';
import type { Sessions } from '$lib/server/platform/auth/sessions';
import type { Database } from '$lib/server/schema';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { shownAddress } from './desk-address';
import { passwordChangedMail } from './mails';
import { deleteTokens, findAccount, updateAccount } from './repository';
import { tellFactorChanged } from './tell-owner';

/** The data of the account page. */
export async function readOwnAccount(db: Kysely<Database>, by: Pick<Actor, 'id' | 'role' | 'name'>) {
	const account = await findAccount(db, by.id);
	return {
		name: by.name,
		email: shownAddress(account?.email),
		locale: account?.locale ?? 'it',
		hasSecondFactor: Boolean(account?.totpSealed),
		mustHaveSecondFactor: guardedRoles.includes(by.role)
	};
}

/** Whether it is the present password of `by`: asked again before what would lock them out. */
export async function isOwnPassword(db: Kysely<Database>, password: string, by: Actor): Promise<boolean> {
	const account = await findAccount(db, by.id);
	return checkPassword(account?.passwordHash, password);
}

/** A new password, the old one having been checked; the other sessions end and this one is replaced. */
export async function changePassword(
	trx: Transaction<Database>,
	sessions: Sessions,
	passwordHash: string,
	by: Actor & { readonly browser?: string },
	at: Instant
): Promise<{ sessionId: string }> {
	const account = await findAccount(trx, by.id);
	await updateAccount(trx, by.id, { password_hash: passwordHash });
	await deleteTokens(trx, by.id, 'reset_password');
	await sessions.endAll(by.id);
	if (account) await enqueueMail(trx, passwordChangedMail(account), at);
	record(trx, { event: 'password_changed', by, subject: { type: 'account', id: by.id }, at });
	return { sessionId: await sessions.start(by, account?.totpSealed ? 'complete' : 'password-only') };
}

/** The language of the mails. */
export async function chooseLanguage(
	trx: Transaction<Database>,
	locale: string,
	by: Actor,
	at: Instant
): Promise<void> {
	await updateAccount(trx, by.id, { locale });
	record(trx, { event: 'language_chosen', by, subject: { type: 'account', id: by.id }, detail: { locale }, at });
}

/** Only for an account that may choose whether to have one. Other sessions end, and this one is replaced. */
export async function removeSecondFactor(
	trx: Transaction<Database>,
	sessions: Sessions,
	by: Actor & { readonly browser?: string },
	at: Instant
): Promise<{ ok: true; sessionId: string } | { ok: false; problem: 'not-allowed' }> {
	if (guardedRoles.includes(by.role)) return { ok: false, problem: 'not-allowed' };
	await updateAccount(trx, by.id, { totp_sealed: null, totp_last_step: null });
	await deleteRecoveryCodes(trx, by.id);
	await sessions.endAll(by.id);
	await tellFactorChanged(trx, by.id, 'removed', at);
	record(trx, { event: 'second_factor_removed', by, subject: { type: 'account', id: by.id }, at });
	return { ok: true, sessionId: await sessions.start(by, 'password-only') };
}
