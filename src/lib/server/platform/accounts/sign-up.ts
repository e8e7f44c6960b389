import type { Transaction } from 'kysely';
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
 * It does the same for a known address, whose owner learns of it by mail. The log of acts tells of the account, once it
 * is made: a stranger could fill it with sign-ups.
 */
export async function signUp(trx: Transaction<Database>, input: NewResident): Promise<void> {
	await ask(trx, { kind: 'sign_up', ...input });
}
