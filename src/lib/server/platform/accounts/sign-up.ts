import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import type { Database } from '$lib/server/schema';
import { ask } from './ask';

export type NewResident = {
	readonly email: string;
	readonly name: string;
	/** The roles one can give oneself; every other is given by the administrator. */
	readonly role: 'applicant' | 'landlord';
	readonly locale: string;
	readonly next: string | null;
};

/**
 * Asks to sign up. No account is made: the link that is mailed belongs to this sign-up alone, and makes the account when
 * its reader chooses a password. Whoever else signs up with the same address gets another link, and nothing of this one.
 * It does the same for a known address, whose owner learns of it by mail.
 */
export async function signUp(trx: Transaction<Database>, input: NewResident, at: Instant): Promise<void> {
	const id = await ask(trx, { kind: 'sign_up', ...input });
	record(trx, { event: 'signed_up', by: { id, role: input.role }, subject: { type: 'account', id }, at });
}
