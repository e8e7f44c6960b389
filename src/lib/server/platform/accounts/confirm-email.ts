import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { digest } from '$lib/server/platform/auth/session-adapter';
import type { Database } from '$lib/server/schema';
import { newAccount } from './account';
import { findByEmail, insertAccount } from './repository';
import { findSignUp, markUsed } from './request-repository';

export type Confirmed = { ok: true; email: string } | { ok: false; problem: 'link-invalid' };

/** The sign-up that the link would complete, for its page; nothing when the link no longer works. */
export async function readSignUp(
	db: Kysely<Database>,
	token: string
): Promise<{ email: string; name: string; role: 'applicant' | 'landlord' } | null> {
	const request = await findSignUp(db, digest(token));
	if (!request?.name || !request.role || request.usedAt || (await findByEmail(db, request.email))) return null;
	return { email: request.email, name: request.name, role: request.role };
}

/**
 * The owner of the address chose a password on the page of the link: the account is made, of the name and role of this
 * sign-up. The links of other sign-ups with the same address work no more, because the address has its account. The same
 * form sent twice answers the same twice and changes nothing the second time.
 */
export async function confirmEmail(
	trx: Transaction<Database>,
	input: { token: string; passwordHash: string },
	at: Instant
): Promise<Confirmed> {
	const request = await findSignUp(trx, digest(input.token));
	if (!request) return { ok: false, problem: 'link-invalid' };
	const first = await markUsed(trx, request.id);
	const existing = await findByEmail(trx, request.email);
	if (existing?.id === request.id && !existing.disabledAt) return { ok: true, email: existing.email };
	if (existing || !first) return { ok: false, problem: 'link-invalid' };
	const { id, email, name, role, locale } = request;
	const chosen = { passwordHash: input.passwordHash, emailConfirmedAt: at, createdAt: at };
	const account = newAccount({ id, email, name: name ?? '', role: role ?? 'applicant', locale, ...chosen });
	await insertAccount(trx, account);
	record(trx, { event: 'email_confirmed', by: account, subject: { type: 'account', id: account.id }, at });
	return { ok: true, email: account.email };
}
