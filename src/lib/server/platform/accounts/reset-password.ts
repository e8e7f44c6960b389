import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import type { Sessions } from '$lib/server/platform/auth/sessions';
import type { Database } from '$lib/server/schema';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { ask } from './ask';
import type { Account } from './account';
import { passwordChangedMail } from './mails';
import { deleteTokens, findAccount, updateAccount } from './repository';
import { redeemToken } from './tokens';

/** Asks for a link to choose a new password; the mail leaves if the address has an account (answer-requests.ts). */
export async function requestReset(trx: Transaction<Database>, email: string, locale: string): Promise<void> {
	await ask(trx, { kind: 'reset', email, locale, name: null, role: null, next: null });
}

export type Reset = { ok: true; account: Account } | { ok: false; problem: 'link-invalid' };

/** Sets the password of the link's account, once; every session of before ends. The link proves the address too. */
export async function resetPassword(
	trx: Transaction<Database>,
	sessions: Sessions,
	input: { token: string; passwordHash: string },
	at: Instant
): Promise<Reset> {
	const accountId = await redeemToken(trx, input.token, 'reset_password');
	const account = accountId ? await findAccount(trx, accountId) : undefined;
	if (!account || account.disabledAt) return { ok: false, problem: 'link-invalid' };
	await updateAccount(trx, account.id, {
		password_hash: input.passwordHash,
		email_confirmed_at: account.emailConfirmedAt ?? at
	});
	await deleteTokens(trx, account.id, 'reset_password');
	await sessions.endAll(account.id);
	await enqueueMail(trx, passwordChangedMail(account), at);
	record(trx, { event: 'password_reset', by: account, subject: { type: 'account', id: account.id }, at });
	return { ok: true, account };
}
