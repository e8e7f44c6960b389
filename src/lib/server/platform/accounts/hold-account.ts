import type { Transaction } from 'kysely';
import type { AuditEntry } from '$lib/server/platform/audit/entry';
import type { Database } from '$lib/server/schema';
import { isErased } from './erased-address';
import { hold } from './hold-repository';

/** A person acts whose account was erased meanwhile, as from a second tab. Nothing of the act is kept. */
export class AccountErased extends Error {
	override readonly name = 'AccountErased';
}

/** Holds accounts for what is written about their persons; answers those that are there and not erased. */
export async function holdAccounts(trx: Transaction<Database>, ids: readonly string[]): Promise<Set<string>> {
	const held = ids.length === 0 ? [] : await hold(trx, ids);
	return new Set(held.filter((account) => !isErased(account)).map(({ id }) => id));
}

/** Holds an account for what is written about its person; false where there is none, or it is erased. */
export async function holdAccount(trx: Transaction<Database>, id: string): Promise<boolean> {
	return (await holdAccounts(trx, [id])).has(id);
}

/** Refuses a transaction with an act of a person whose account was erased meanwhile; the erasure itself is let through. */
export async function refuseErased(trx: Transaction<Database>, entries: readonly AuditEntry[]): Promise<void> {
	if (entries.some(({ event }) => event === 'account_erased')) return;
	const acting = entries.flatMap(({ by }) => (by.role === 'applicant' || by.role === 'landlord' ? (by.id ?? []) : []));
	const ids = [...new Set(acting)];
	if (ids.length > 0 && (await hold(trx, ids)).some(isErased)) throw new AccountErased();
}
