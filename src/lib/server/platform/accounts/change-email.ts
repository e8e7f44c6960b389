import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { machineTime } from '$lib/server/clock';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { digest } from '$lib/server/platform/auth/session-adapter';
import { listIdentitiesOf } from '$lib/server/platform/identity/repository';
import { enqueueLastMail, enqueueMail } from '$lib/server/platform/mail/enqueue';
import { leaveAddress } from '$lib/server/platform/mail/erase-repository';
import type { Database } from '$lib/server/schema';
import { isDeskAddress } from './desk-address';
import type { Account } from './account';
import { holdAccount } from './hold-account';
import { normaliseEmail } from './mail-address';
import { alreadyRegisteredMail, emailChangedMail, newEmailMail } from './mails';
import { deleteTokens, findAccount, findByEmail, findEmailToken, updateAccount } from './repository';
import { issueToken, redeemToken, tokenHours } from './tokens';

type Asked = { ok: true } | { ok: false; problem: 'not-allowed' | 'same-email' };
type Changed = { ok: true; email: string; choose: string | null } | { ok: false; problem: 'link-invalid' };

/**
 * Mails a link to the address that a person wants from now on; nothing changes before it is opened. The page answers the same
 * for an address that has an account already, whose owner learns of it by mail.
 */
export async function askNewEmail(trx: Transaction<Database>, address: string, by: Actor, at: Instant): Promise<Asked> {
	const mayAsk = allows(by, 'applicant', 'landlord') || by.desk !== undefined;
	if (!mayAsk || !(await holdAccount(trx, by.id))) return { ok: false, problem: 'not-allowed' };
	const email = normaliseEmail(address);
	const [account, owner] = [await findAccount(trx, by.id), await findByEmail(trx, email)];
	if (!account || owner?.id === by.id) return { ok: false, problem: 'same-email' };
	if (owner) {
		if (owner.emailConfirmedAt && !owner.disabledAt) await enqueueMail(trx, alreadyRegisteredMail(owner), at);
		return { ok: true };
	}
	const token = await issueToken(trx, by.id, 'confirm_email', tokenHours.confirm, email);
	await enqueueMail(trx, newEmailMail({ ...account, email }, token), at);
	return { ok: true };
}

/** The address that a link would give its account, for the page of the link; null when the link works no more. */
export async function readNewEmail(db: Kysely<Database>, token: string): Promise<string | null> {
	const link = await findEmailToken(db, digest(token), machineTime());
	return !link || link.usedAt || (await findByEmail(db, link.email)) ? null : link.email;
}

/**
 * Gives the account of the link its new address. The old one is told, and not which the new one is: whoever reads the old
 * mailbox may be the reason. The same form sent twice answers the same twice. `choose`: a link to choose the first password, for an account
 * that nobody could enter before.
 */
export async function confirmNewEmail(trx: Transaction<Database>, token: string, at: Instant): Promise<Changed> {
	const invalid = { ok: false, problem: 'link-invalid' } as const;
	const link = await findEmailToken(trx, digest(token), machineTime());
	if (!link || !(await holdAccount(trx, link.accountId))) return invalid;
	// A second click waits here for the first, and then reads what the first one changed.
	const isFirst = (await redeemToken(trx, token, 'confirm_email')) !== undefined;
	const account = await findAccount(trx, link.accountId);
	if (!account || account.disabledAt) return invalid;
	const { id, email: old } = account;
	if (!isFirst)
		return old === link.email ? { ok: true, email: old, choose: await firstPassword(trx, account) } : invalid;
	if (await findByEmail(trx, link.email)) return invalid;
	await updateAccount(trx, id, { email: link.email, email_confirmed_at: at });
	// A link that was mailed to the old address opens the account no more.
	await deleteTokens(trx, id, 'reset_password');
	await leaveAddress(trx, { accountId: id, from: old, to: link.email });
	// Nobody reads what stands in the place of an address.
	if (!isDeskAddress(old)) await enqueueLastMail(trx, id, emailChangedMail(account), at);
	record(trx, { event: 'email_changed', by: account, subject: { type: 'account', id }, at });
	return { ok: true, email: link.email, choose: await firstPassword(trx, account) };
}

/** The link came to the address, so its reader owns the account. A public identity needs no password. */
async function firstPassword(trx: Transaction<Database>, { id, passwordHash }: Account): Promise<string | null> {
	const canEnter = passwordHash !== '' || (await listIdentitiesOf(trx, id)).length > 0;
	return canEnter ? null : issueToken(trx, id, 'reset_password', tokenHours.reset);
}
