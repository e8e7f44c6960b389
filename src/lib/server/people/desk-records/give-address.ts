import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { askNewEmail } from '$lib/server/platform/accounts/change-email';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';

/**
 * Mails a link to the address that a person tells at the desk. Whoever opens it chooses a password, and finds in the account what the
 * office recorded (adr 48). Until then the account stays without access. The answer is the same for an address that has an
 * account already, whose owner learns of it by mail.
 */
export async function giveAddress(trx: Transaction<Database>, email: string, household: Actor, now: Instant) {
	const asked = await askNewEmail(trx, email, household, now);
	if (asked.ok)
		record(trx, { event: 'address_told', by: household, subject: { type: 'account', id: household.id }, at: now });
	return asked;
}
