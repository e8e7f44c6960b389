import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Account } from '$lib/server/platform/accounts/account';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import type { Database } from '$lib/server/schema';
import { checkPassword } from './password';
import { mayEnter, needsSecondFactor } from './second-factor-rule';
import type { Sessions } from './sessions';

export type PasswordCheck = { ok: true; account: Account } | { ok: false; problem: 'wrong-credentials' };

/**
 * Whether the pair opens an account. An unknown address, a wrong password, a disabled account and a demo account
 * outside the demo get the same answer after the same time. This is a read: hashing takes 30 ms and must not hold
 * SQLite's write lock.
 */
export async function checkCredentials(
	db: Kysely<Database>,
	input: { email: string; password: string },
	portalIsDemo: boolean,
	check = checkPassword
): Promise<PasswordCheck> {
	const account = await findByEmail(db, input.email);
	const right = await check(account?.passwordHash, input.password);
	const open = account?.emailConfirmedAt && !account.disabledAt;
	if (!open || !right || !mayEnter(account, portalIsDemo)) {
		return { ok: false, problem: 'wrong-credentials' };
	}
	return { ok: true, account };
}

/** Opens a session for an account whose password was right: a whole one, or one that waits for the second factor. */
export async function openSession(
	trx: Transaction<Database>,
	sessions: Sessions,
	account: Account & { readonly browser?: string },
	old: string | null,
	at: Instant
): Promise<{ sessionId: string; pending: boolean }> {
	const pending = needsSecondFactor({
		role: account.role,
		demo: account.demo,
		hasSecondFactor: account.totpSealed !== null
	});
	// A session from before the sign-in ends here (session fixation).
	if (old) await sessions.end(old);
	const sessionId = await sessions.start(account, pending ? 'pending' : 'password-only');
	if (!pending) {
		record(trx, { event: 'signed_in', by: account, subject: { type: 'account', id: account.id }, at });
	}
	return { sessionId, pending };
}
