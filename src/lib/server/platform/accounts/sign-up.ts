import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { alreadyRegisteredMail, confirmMail } from './mails';
import { findByEmail, insertAccount, normaliseEmail, updateAccount, type Account } from './repository';
import { issueToken, tokenHours } from './tokens';

export type NewResident = {
	readonly email: string;
	readonly name: string;
	/** The roles one can give oneself; every other is given by the administrator. */
	readonly role: 'applicant' | 'landlord';
	readonly passwordHash: string;
	readonly locale: string;
	readonly next: string | null;
};

/**
 * Registers a resident, who then confirms the address by mail. It returns nothing, because a stranger must not learn
 * whether the address was known. The owner learns it by mail.
 */
export async function signUp(trx: Transaction<Database>, input: NewResident, at: Instant): Promise<void> {
	const existing = await findByEmail(trx, input.email);
	if (existing?.disabled_at) return;
	if (existing?.email_confirmed_at) return enqueueMail(trx, alreadyRegisteredMail(existing), at);
	if (existing && !['applicant', 'landlord'].includes(existing.role)) return;
	const account = existing ? await replace(trx, existing, input) : await insert(trx, input, at);
	record(trx, {
		event: 'signed_up',
		by: account,
		subject: { type: 'account', id: account.id },
		detail: { again: existing !== undefined },
		at
	});
	await sendConfirmation(trx, account, input.next, at);
}

/** A new link to confirm the address; the earlier one stops working. */
export async function sendConfirmation(
	trx: Transaction<Database>,
	account: Account,
	next: string | null,
	at: Instant
): Promise<void> {
	const token = await issueToken(trx, account.id, 'confirm_email', tokenHours.confirm);
	await enqueueMail(trx, confirmMail(account, token, next), at);
}

async function insert(trx: Transaction<Database>, input: NewResident, at: Instant): Promise<Account> {
	const account: Account = {
		id: newId(),
		email: normaliseEmail(input.email),
		name: input.name,
		role: input.role,
		organisation_id: null,
		password_hash: input.passwordHash,
		email_confirmed_at: null,
		totp_sealed: null,
		totp_last_step: null,
		data_key_id: null,
		locale: input.locale,
		demo: 0,
		created_at: at,
		disabled_at: null
	};
	await insertAccount(trx, account);
	return account;
}

/** The address is not confirmed yet, so the newest request counts. A stranger's earlier password cannot lie in wait. */
async function replace(trx: Transaction<Database>, existing: Account, input: NewResident): Promise<Account> {
	const changes = { name: input.name, role: input.role, password_hash: input.passwordHash, locale: input.locale };
	await updateAccount(trx, existing.id, changes);
	return { ...existing, ...changes };
}
