import type { Insertable, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { ReadSubject } from '$lib/domain/person/read-subject';
import { newId } from '$lib/server/ids';
import { listOfAccounts } from '$lib/server/people/persons/repository';
import { holdAccounts } from '$lib/server/platform/accounts/hold-account';
import type { AuditSubject } from '$lib/server/platform/audit/events';
import { record } from '$lib/server/platform/audit/record';
import type { Actor, Role } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { insertReadings } from './repository';
import type { ReadingsTable } from './table';

/** Somebody of whom a page tells something; without an account: a household that applied on paper. */
export type Shown = { readonly accountId: string | null; readonly subject: ReadSubject };

/** Records that `by` reads the names and addresses of accounts. Colleagues are not written about. */
export async function noteAccountsRead(
	trx: Transaction<Database>,
	accounts: readonly { readonly id: string; readonly role: Role }[],
	by: Actor,
	now: Instant
): Promise<void> {
	const residents = accounts.filter(({ role }) => role === 'applicant' || role === 'landlord');
	const shown = residents.map(({ id }): Shown => ({ accountId: id, subject: { type: 'account', id } }));
	await noteReadings(trx, shown, by, now);
}

/** Rows of one statement, far below the parameters that a database takes. */
const BATCH = 500;

/**
 * Records that `by` reads about these people, before the page that tells of them is answered: a list of fifty names is fifty rows.
 * One row for each file and day is kept. An account without details is told by its own id. A person who was erased meanwhile is
 * not written about.
 */
export async function noteReadings(
	trx: Transaction<Database>,
	shown: readonly Shown[],
	by: Actor,
	now: Instant
): Promise<void> {
	for (let from = 0; from < shown.length; from += BATCH) await noteBatch(trx, shown.slice(from, from + BATCH), by, now);
}

async function noteBatch(trx: Transaction<Database>, shown: readonly Shown[], by: Actor, now: Instant): Promise<void> {
	const ids = [...new Set(shown.flatMap(({ accountId }) => accountId ?? []))].toSorted();
	const held = await holdAccounts(trx, ids);
	const persons = await listOfAccounts(trx, [...held]);
	const about = shown.flatMap(({ accountId, subject }): { person: string | null; subject: ReadSubject }[] => {
		if (accountId === null) return [{ person: null, subject }];
		if (!held.has(accountId)) return [];
		const person = persons.get(accountId)?.id;
		return [person ? { person, subject } : { person: null, subject: { type: 'account', id: accountId } }];
	});
	if (about.length === 0) return;
	const rows = about.map(({ person, subject }): Insertable<ReadingsTable> & { id: string } => ({
		...{ id: newId(), person_id: person, reader_id: by.id, at: now, day: dayOf(now), reason: null },
		...{ subject_type: subject.type, subject_id: subject.id }
	}));
	const first = await insertReadings(trx, rows);
	for (const { person_id, subject_type, subject_id } of rows.filter(({ id }) => first.has(id))) {
		const detail = { for: subject_type, id: subject_id };
		const of = person_id ? { type: 'person' as const, id: person_id } : { type: fileOf[subject_type], id: subject_id };
		record(trx, { event: 'person_opened', by, subject: of, detail, at: now });
	}
}

/** What the log calls the files of a household of which no person is known. */
const fileOf: Readonly<Record<ReadSubject['type'], AuditSubject>> = {
	...{ offer: 'offer', tenancy: 'tenancy', listing: 'listing', letter: 'message', request: 'application' },
	...{
		search: 'person',
		answer: 'offer',
		home: 'listing',
		rejection: 'application',
		account: 'account',
		copy: 'application'
	}
};
