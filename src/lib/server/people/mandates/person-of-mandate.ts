import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { newId } from '$lib/server/ids';
import { newAccount } from '$lib/server/platform/accounts/account';
import { findByEmail, insertAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import type { StoredMandate } from './repository';
import type { Named } from './stored-named';

/**
 * The account of the person who says yes: the one that the mandate has, the one that has the address by now, or a new one
 * without a password. The code came back from the address, so it is confirmed. Null where the address is not a resident's.
 */
export async function personOf(
	trx: Transaction<Database>,
	mandate: StoredMandate,
	{ name, email }: Named,
	by: Actor,
	now: Instant
): Promise<string | null> {
	if (mandate.accountId !== null) return mandate.accountId;
	if (email === null) throw new Error('A mandate without an address has an account from its proposal on.');
	const known = await findByEmail(trx, email);
	if (known) return known.role === 'applicant' && known.disabledAt === null ? known.id : null;
	const id = newId();
	const made = { role: 'applicant', dataKeyId: mandate.dataKeyId, emailConfirmedAt: now, demo: by.demo } as const;
	await insertAccount(trx, newAccount({ id, email, name, createdAt: now, ...made }));
	record(trx, {
		event: 'account_created',
		by,
		subject: { type: 'account', id },
		detail: { role: 'applicant' },
		at: now
	});
	return id;
}
