import type { Transaction } from 'kysely';
import { judgeHeard, type Heard, type HeardProblem } from '$lib/domain/desk/heard';
import type { Instant } from '$lib/domain/calendar/instant';
import { fullName, type PersonNames } from '$lib/domain/person/person';
import { newId } from '$lib/server/ids';
import { untold } from '$lib/server/people/persons/confirm';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import { taxCodeHash } from '$lib/server/people/persons/tax-code';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import { newAccount } from '$lib/server/platform/accounts/account';
import { deskAddress } from '$lib/server/platform/accounts/desk-address';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { findAccount, insertAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openText, sealText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import { inPlaceOf, isWithoutAccess } from './acting';
import { accountsWithCode, closeOpenOf, findRecord, insertRecord } from './repository';

/** `id` comes with the form, so that a second click opens nothing. */
export type NewRecord = {
	readonly id: string;
	readonly heard: Heard;
	readonly who:
		| { readonly accountId: string }
		/** `isMemberToo`: the officer knows that somebody's household names the person, who asks for a home of their own. */
		| { readonly names: PersonNames; readonly isMemberToo: boolean };
};

/**
 * `known`: a person with this tax code was served before, under `accountId`. `has-account`: one who can enter the portal.
 * `is-member`: the household of a request or a draft names a person with this code.
 */
export type OpenProblem =
	| { readonly problem: 'known'; readonly accountId: string }
	| { readonly problem: 'not-allowed' | 'not-found' | 'has-account' | 'is-member' | HeardProblem };

type Opened = { readonly ok: true; readonly id: string } | ({ readonly ok: false } & OpenProblem);

/**
 * Opens a record of what a household without an account says: until it is ended, or its day is over, its officer writes in
 * the place of the household. A person who is not known gets an account that nobody can enter (adr 45). The record that the officer
 * had open ends.
 */
export async function openRecord(
	trx: Transaction<Database>,
	input: NewRecord,
	by: Actor,
	now: Instant
): Promise<Opened> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const before = await findRecord(trx, input.id);
	if (before) return before.officerId === by.id ? { ok: true, id: before.id } : { ok: false, problem: 'not-found' };
	const problem = judgeHeard(input.heard, now) ?? (await whyNot(trx, input));
	if (problem) return typeof problem === 'string' ? { ok: false, problem } : { ok: false, ...problem };
	await closeRecordOf(trx, by, now);
	const { who } = input;
	const isNew = 'names' in who;
	const accountId = isNew ? await makeAccount(trx, who.names, by, now) : who.accountId;
	await insert(trx, input, accountId, by, now);
	const stored = (await findRecord(trx, input.id))!;
	if (isNew) await saveOwnPerson(trx, () => ({ ...untold, ...who.names, channel: 'letter' }), inPlaceOf(stored), now);
	await noteReadings(trx, [{ accountId, subject: { type: 'account', id: accountId } }], by, now);
	return { ok: true, id: input.id };
}

async function insert(
	trx: Transaction<Database>,
	{ id, heard }: NewRecord,
	accountId: string,
	by: Actor,
	now: Instant
) {
	const { id: keyId } = await personKey(trx, accountId, now);
	const { channel, on, evidence } = heard;
	await insertRecord(trx, {
		...{ id, account_id: accountId, data_key_id: keyId, channel, heard_on: on },
		...{ evidence_sealed: await sealText(trx, keyId, evidencePlace(id), evidence.trim()) },
		...{ opened_by: by.id, opened_at: now, closed_at: null }
	});
	const detail = { channel, received_on: on };
	record(trx, { event: 'desk_record_opened', by, subject: { type: 'desk_record', id }, detail, at: now });
}

/** Where the evidence stands sealed; bound to its seal. */
export const evidencePlace = (id: string) => `desk_records.evidence_sealed:${id}`;

async function whyNot(trx: Transaction<Database>, { who }: NewRecord) {
	if ('accountId' in who) {
		const account = await findAccount(trx, who.accountId);
		if (account?.role !== 'applicant') return 'not-found' as const;
		return isWithoutAccess(account) ? null : ('has-account' as const);
	}
	const hash = taxCodeHash(who.names.taxCode);
	const same = hash === null ? [] : await accountsWithCode(trx, hash);
	const own = same.flatMap(({ accountId, email, role }) => (role === 'applicant' ? [{ accountId, email }] : []));
	const served = own.find(({ email }) => isWithoutAccess({ email: email!, disabledAt: null }));
	if (served) return { problem: 'known' as const, accountId: served.accountId! };
	if (own.length > 0) return 'has-account' as const;
	return same.length > 0 && !who.isMemberToo ? ('is-member' as const) : null;
}

async function makeAccount(trx: Transaction<Database>, names: PersonNames, by: Actor, now: Instant): Promise<string> {
	const id = newId();
	const given = { id, email: deskAddress(id), name: fullName(names), role: 'applicant', createdAt: now } as const;
	await insertAccount(trx, newAccount({ ...given, demo: by.demo }));
	const subject = { type: 'account', id } as const;
	record(trx, { event: 'account_created', by, subject, detail: { role: 'applicant' }, at: now });
	return id;
}

/** Ends the record that an officer has open, if there is one. */
export async function closeRecordOf(trx: Transaction<Database>, by: Actor, now: Instant): Promise<void> {
	const id = await closeOpenOf(trx, by.id, now);
	if (id) record(trx, { event: 'desk_record_closed', by, subject: { type: 'desk_record', id }, at: now });
}

/** Opens a record of the same words as an earlier one, whose officer or another one goes on after its end. */
export async function openAgain(
	trx: Transaction<Database>,
	{ id, from }: { readonly id: string; readonly from: string },
	by: Actor,
	now: Instant
): Promise<Opened> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const before = await findRecord(trx, from);
	if (!before) return { ok: false, problem: 'not-found' };
	const { channel, on, accountId, evidenceSealed } = before;
	const evidence = (await openText(trx, evidencePlace(from), evidenceSealed)) ?? '';
	return openRecord(trx, { id, heard: { channel, on, evidence }, who: { accountId } }, by, now);
}
