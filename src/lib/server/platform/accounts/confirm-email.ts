import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { digest } from '$lib/server/platform/auth/session-adapter';
import type { Database } from '$lib/server/schema';
import { findByEmail, insertAccount, type Account } from './repository';
import { findSignUp, markUsed, type AccountRequest } from './request-repository';

export type Confirmed = { ok: true; email: string } | { ok: false; problem: 'link-invalid' };

/** The sign-up that the link would complete, for its page; nothing when the link no longer works. */
export async function readSignUp(
	db: Kysely<Database>,
	token: string
): Promise<{ email: string; name: string; role: 'applicant' | 'landlord' } | null> {
	const request = await findSignUp(db, digest(token));
	if (!request?.name || !request.role || request.used_at || (await findByEmail(db, request.email))) return null;
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
	if (existing?.id === request.id && !existing.disabled_at) return { ok: true, email: existing.email };
	if (existing || !first) return { ok: false, problem: 'link-invalid' };
	const account = newAccount(request, input.passwordHash, at);
	await insertAccount(trx, account);
	record(trx, { event: 'email_confirmed', by: account, subject: { type: 'account', id: account.id }, at });
	return { ok: true, email: account.email };
}

const newAccount = (request: AccountRequest, passwordHash: string, at: Instant): Account => ({
	id: request.id,
	email: request.email,
	name: request.name ?? '',
	role: request.role ?? 'applicant',
	organisation_id: null,
	password_hash: passwordHash,
	email_confirmed_at: at,
	totp_sealed: null,
	totp_last_step: null,
	data_key_id: null,
	locale: request.locale,
	demo: 0,
	created_at: at,
	disabled_at: null
});
