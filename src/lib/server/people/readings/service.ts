import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Confirmed } from '$lib/domain/person/confirmable';
import type { PersonNames } from '$lib/domain/person/person';
import type { ReadSubject } from '$lib/domain/person/read-subject';
import { shownContact, type ShownContact } from '$lib/domain/person/shown-contact';
import { config } from '$lib/server/config';
import { holdAccount } from '$lib/server/platform/accounts/hold-account';
import { shownAddress } from '$lib/server/platform/accounts/desk-address';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openText, sealText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { findOfAccount } from '$lib/server/people/persons/repository';
import { isProtectedPerson } from '$lib/server/people/protection/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { hasRead, insertReading, listReadings, listReadingsOfRequest } from './repository';

/** A person as a file of the office names them. `onlySafe`: this file asks for it, whatever the person chose. */
export type PersonOfFile = {
	readonly accountId: string;
	readonly onlySafe: boolean;
	readonly subject: ReadSubject;
};

/**
 * A person of a file for the office. `closed`: this reader has not opened them today. A protected person is opened with
 * a reason, and shows the safe contact alone.
 */
export type PersonShown =
	| { readonly state: 'untold' }
	| { readonly state: 'closed'; readonly isProtected: boolean }
	| {
			readonly state: 'open';
			readonly names: PersonNames;
			readonly contact: ShownContact;
			readonly synthetic: boolean;
			readonly confirmed: Confirmed;
	  };

const MOST = 500;
/** A reason that the person and an auditor can judge later is longer than a word. */
const SHORTEST_REASON = 10;
/** The place of a reading's reason, to which its seal is bound. */
export const reasonPlace = (id: string) => `readings.reason:${id}`;

const mayRead = (by: Actor) => allows(by, 'officer', 'manager');

/** The person of a file as `by` may see them now; null for a reader without the right. */
export async function readPersonOfFile(
	db: Kysely<Database>,
	{ accountId, onlySafe, subject }: PersonOfFile,
	by: Actor,
	now: Instant
): Promise<PersonShown | null> {
	if (!mayRead(by)) return null;
	const person = await readOwnPerson(db, accountId);
	if (!person) return { state: 'untold' };
	const which = { personId: person.id, readerId: by.id, subject, day: dayOf(now) };
	const isProtected = onlySafe || (await isProtectedPerson(db, accountId, person.facts));
	if (!(await hasRead(db, which))) return { state: 'closed', isProtected };
	const account = await findAccount(db, accountId);
	const { givenName, familyName, taxCode, confirmed = {} } = person.facts;
	const office = { email: shownAddress(account?.email), hasSms: config().sms !== null };
	const contact = shownContact(person.facts, office, isProtected);
	const names = { givenName, familyName, taxCode };
	return { state: 'open', names, contact, synthetic: account?.demo ?? false, confirmed };
}

export type OpenPersonProblem = 'not-allowed' | 'not-found' | 'reason-needed';

/** Opens a person of a file for a day, and records who did and why. A second click finds the reading of the first. */
export async function openPersonOfFile(
	trx: Transaction<Database>,
	{ accountId, onlySafe, subject }: PersonOfFile,
	reason: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: OpenPersonProblem }> {
	if (!mayRead(by)) return { ok: false, problem: 'not-allowed' };
	const person = await readOwnPerson(trx, accountId);
	if (!person) return { ok: false, problem: 'not-found' };
	const isProtected = onlySafe || (await isProtectedPerson(trx, accountId, person.facts));
	if (isProtected && reason.length < SHORTEST_REASON) return { ok: false, problem: 'reason-needed' };
	await noteReading(trx, { accountId, subject, reason }, by, now);
	return { ok: true };
}

/** Records that `by` reads the name and contacts of a person, for one file. One row a day is kept. */
export async function noteReading(
	trx: Transaction<Database>,
	{ accountId, subject, reason = '' }: { accountId: string; subject: ReadSubject; reason?: string },
	by: Actor,
	now: Instant
): Promise<void> {
	if (!(await holdAccount(trx, accountId))) return;
	const person = await findOfAccount(trx, accountId);
	if (!person) return;
	const id = newId();
	const isFirst = await insertReading(trx, {
		...{ id, person_id: person.id, reader_id: by.id, at: now, day: dayOf(now) },
		...{ subject_type: subject.type, subject_id: subject.id },
		reason: reason ? await sealText(trx, person.dataKeyId, reasonPlace(id), reason) : null
	});
	if (!isFirst) return;
	const detail = { for: subject.type, id: subject.id };
	record(trx, { event: 'person_opened', by, subject: { type: 'person', id: person.id }, detail, at: now });
}

/** A request as the office opens it: whose it is, and the key that seals why it was opened. */
export type OpenedRequest = { readonly id: string; readonly accountId: string | null; readonly dataKeyId: string };

/** Whether `by` opened a request today. */
export async function hasOpenedRequest(db: Kysely<Database>, request: OpenedRequest, by: Actor, now: Instant) {
	const person = request.accountId === null ? undefined : await findOfAccount(db, request.accountId);
	const subject = { type: 'request', id: request.id } as const;
	return hasRead(db, { personId: person?.id ?? null, readerId: by.id, subject, day: dayOf(now) });
}

/** Records that `by` opens a request, also one of a household of which no person is known. One row a day is kept. */
export async function noteOpenedRequest(
	trx: Transaction<Database>,
	request: OpenedRequest,
	reason: string,
	by: Actor,
	now: Instant
): Promise<void> {
	const isHeld = request.accountId !== null && (await holdAccount(trx, request.accountId));
	const person = isHeld ? await findOfAccount(trx, request.accountId!) : undefined;
	const id = newId();
	const keyId = person?.dataKeyId ?? request.dataKeyId;
	const isFirst = await insertReading(trx, {
		...{ id, person_id: person?.id ?? null, reader_id: by.id, at: now, day: dayOf(now) },
		...{ subject_type: 'request', subject_id: request.id },
		reason: reason ? await sealText(trx, keyId, reasonPlace(id), reason) : null
	});
	if (isFirst) record(trx, { event: 'request_opened', by, subject: { type: 'application', id: request.id }, at: now });
}

/** Who opened a request or took a copy of its file, when and why, newest first. The caller has checked who asks. */
export async function readingsOfRequest(db: Kysely<Database>, requestId: string) {
	const rows = [];
	for (const { reason, ...row } of await listReadingsOfRequest(db, requestId, MOST))
		rows.push({ ...row, reason: reason && (await openText(db, reasonPlace(row.id), reason)) });
	return rows;
}

/** Who opened one's own names and contacts, when, for what and why; newest first. */
export async function myReadings(db: Kysely<Database>, by: Actor) {
	const person = await findOfAccount(db, by.id);
	const rows = [];
	for (const { reason, ...row } of await listReadings(db, { accountId: by.id, personId: person?.id ?? null }, MOST))
		rows.push({ ...row, reason: reason && (await openText(db, reasonPlace(row.id), reason)) });
	return rows;
}
