import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { Database } from '$lib/server/schema';
import { factorChangedMail, type FactorChange } from './mails';
import { findAccount } from './repository';

/** Tells the owner of the account how its second factor changed, so that a change by somebody else does not stay unseen. */
export async function tellFactorChanged(
	trx: Transaction<Database>,
	accountId: string,
	change: FactorChange,
	at: Instant
): Promise<void> {
	const account = await findAccount(trx, accountId);
	if (account) await enqueueMail(trx, factorChangedMail(account, change), at);
}
