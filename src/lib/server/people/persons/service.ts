import type { Kysely, Transaction } from 'kysely';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import { stillConfirmed } from '$lib/domain/person/confirmed';
import type { PersonFacts } from '$lib/domain/person/person';
import type { ContactDoubt } from '$lib/domain/person/tax-code-doubt';
import { isAtDesk } from '$lib/server/people/desk-records/acting';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { indexNames } from './name-index';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { isKnownPhone } from './phone';
import { findOfAccount, insertPerson, updatePerson } from './repository';
import { openPerson, sealPerson } from './stored-facts';
import { taxCodeDoubts, taxCodeHash } from './tax-code';

/** The person of an account. `revision` grows with each save. */
export type OwnPerson = {
	readonly id: string;
	readonly revision: number;
	readonly facts: PersonFacts;
	readonly updatedAt: Instant;
};

/** The details of an account's own person; null before the first save, and after they were erased. */
export async function readOwnPerson(db: Kysely<Database>, accountId: string): Promise<OwnPerson | null> {
	const row = await findOfAccount(db, accountId);
	if (!row) return null;
	const key = (await openDataKeys(db, [row.dataKeyId])).get(row.dataKeyId);
	if (!key) return null;
	const { id, revision, updatedAt } = row;
	return { id, revision, updatedAt, facts: openPerson(key, id, row.factsSealed) };
}

export type SavePersonProblem = 'not-allowed' | 'stale';

/**
 * Saves the details of one's own person. They are kept once: every request, search and listing of the account finds them
 * here. `change` answers null where its form was opened before another save: nothing is saved then.
 */
export async function saveOwnPerson(
	trx: Transaction<Database>,
	change: (saved: PersonFacts | null) => PersonFacts | null,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: SavePersonProblem }> {
	if (!allows(by, 'applicant', 'landlord') && !(await isAtDesk(trx, by, now)))
		return { ok: false, problem: 'not-allowed' };
	const before = await readOwnPerson(trx, by.id);
	const changedFacts = change(before?.facts ?? null);
	if (!changedFacts) return { ok: false, problem: 'stale' };
	// A form tells nothing of what was confirmed.
	const confirmed = changedFacts.confirmed ?? stillConfirmed(before?.facts ?? null, changedFacts);
	const facts = { ...changedFacts, confirmed };
	const { id: keyId, key } = await personKey(trx, by.id, now);
	const id = before?.id ?? newId();
	const changed = {
		facts_sealed: sealPerson(key, id, facts),
		tax_code_hash: taxCodeHash(facts.taxCode),
		updated_at: now
	};
	if (!before) {
		const about = { id, account_id: by.id, data_key_id: keyId, revision: 0, created_at: now };
		await insertPerson(trx, { ...about, ...changed, synthetic: by.demo ? 1 : 0 });
	} else if (!(await updatePerson(trx, before, changed))) return { ok: false, problem: 'stale' };
	await indexNames(trx, id, facts);
	record(trx, { event: 'contact_saved', by, subject: { type: 'person', id }, at: now });
	return { ok: true };
}

/** The unusual points of a person's details. `birthDate`: as a request of the person declares it, where one does. */
export function contactDoubts(facts: PersonFacts, birthDate: Day | null): ContactDoubt[] {
	const code = taxCodeDoubts(facts, birthDate).map((doubt) => `tax-code-${doubt}` as const);
	return facts.phone && !isKnownPhone(facts.phone) ? [...code, 'phone-unknown'] : code;
}
