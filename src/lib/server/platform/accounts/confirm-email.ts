import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import type { Database } from '$lib/server/schema';
import { findAccount, updateAccount } from './repository';
import { redeemToken } from './tokens';

export type Confirmed = { ok: true } | { ok: false; problem: 'link-invalid' };

/** The owner of the address pressed the button on the page of the link. */
export async function confirmEmail(trx: Transaction<Database>, token: string, at: Instant): Promise<Confirmed> {
	const accountId = await redeemToken(trx, token, 'confirm_email');
	const account = accountId ? await findAccount(trx, accountId) : undefined;
	if (!account || account.disabled_at) return { ok: false, problem: 'link-invalid' };
	await updateAccount(trx, account.id, { email_confirmed_at: at });
	record(trx, { event: 'email_confirmed', by: account, subject: { type: 'account', id: account.id }, at });
	return { ok: true };
}
