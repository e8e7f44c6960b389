import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import { householdAtDesk } from '$lib/server/people/desk-records/acting';
import { closeRecordOf, openAgain, openRecord, type NewRecord } from '$lib/server/people/desk-records/open-record';
import { giveAddress } from '$lib/server/people/desk-records/give-address';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { confirmNewEmail } from '$lib/server/platform/accounts/change-email';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveHouseholdNames } from '$lib/server/requests/applications/household-names';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { anOpenNotice } from '../../../support/builders/notice';
import { aCompleteDraft } from '../../../support/builders/application';
import { withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { SENDING as now } from '../../../support/builders/sending';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aSheet } from '../../../support/builders/sheet';
import { newFileStore } from '../../../support/object-stores';

const NEXT_DAY = '2026-11-23T08:00:00.000Z';
const heard = { channel: 'phone', on: '2026-11-21', evidence: 'chiamata 118' } as const;

let database: TestDatabase;
let officer: Actor;
let colleague: Actor;
let code = 100;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	officer = await anActor(database.db, 'officer', 'Franca Riva');
	colleague = await anActor(database.db, 'officer', 'Paolo Neri');
	code += 1;
});

/** A code of nobody else in these tests. */
const names = () => ({ givenName: 'Amina', familyName: 'El Fassi', taxCode: `LFSMNA80A41Z${code}X` });
const aRecord = (changes: Partial<NewRecord> = {}): NewRecord => ({
	...{ id: newId(), heard, who: { names: names(), isMemberToo: false } },
	...changes
});
const open = (record: NewRecord, by = officer, at: string = now) =>
	database.transact((trx) => openRecord(trx, record, by, at));
const household = (by = officer, at: string = now) => householdAtDesk(database.db, by, at);
const row = (id: string) => database.db.selectFrom('desk_records').selectAll().where('id', '=', id).executeTakeFirst();
const entries = (type: string, id: string) =>
	database.db
		.selectFrom('audit_entries')
		.select(['event', 'actor_id', 'actor_role', 'detail'])
		.where('subject_type', '=', type)
		.where('subject_id', '=', id)
		.orderBy('seq')
		.execute();

describe('a record at the desk', () => {
	it('makes an account that nobody can enter, with the names and no password', async () => {
		const record = aRecord();
		expect(await open(record)).toEqual({ ok: true, id: record.id });
		const person = (await household())!;
		expect(person).toMatchObject({ role: 'applicant', name: 'Amina El Fassi', desk: { officer: { id: officer.id } } });
		const account = (await findAccount(database.db, person.id))!;
		expect(account).toMatchObject({ passwordHash: '', email: `${person.id}@desk.invalid` });
		expect((await readOwnPerson(database.db, person.id))!.facts).toMatchObject({ ...names(), channel: 'letter' });
		expect((await row(record.id))!.evidence_sealed).not.toContain('118');
	});

	it('clicked twice is one', async () => {
		const record = aRecord();
		await open(record);
		expect(await open(record)).toEqual({ ok: true, id: record.id });
		const accounts = await database.db
			.selectFrom('desk_records')
			.select('id')
			.where('opened_by', '=', officer.id)
			.execute();
		expect(accounts).toHaveLength(1);
		expect(await open(record, colleague)).toEqual({ ok: false, problem: 'not-found' });
	});

	it.each([
		['on a day to come', { heard: { ...heard, on: '2026-11-23' } }, 'heard-to-come'],
		['with nothing that shows it', { heard: { ...heard, evidence: ' ' } }, 'evidence-missing']
	])('is refused %s', async (_, changes, problem) => {
		expect(await open(aRecord(changes))).toEqual({ ok: false, problem });
	});

	it('is opened by no resident, helper or auditor', async () => {
		for (const role of ['applicant', 'caseworker', 'auditor', 'administrator'] as const)
			expect(await open(aRecord(), await anActor(database.db, role))).toEqual({ ok: false, problem: 'not-allowed' });
	});

	it('of a person who was served before says so, and goes on with that person', async () => {
		await open(aRecord());
		const { id: accountId } = (await household())!;
		expect(await open(aRecord(), colleague)).toEqual({ ok: false, problem: 'known', accountId });
		const again = aRecord({ who: { accountId } });
		expect(await open(again, colleague)).toEqual({ ok: true, id: again.id });
		expect((await household(colleague))!.id).toBe(accountId);
		expect((await household())!.id).toBe(accountId);
	});

	it('is not opened for a person who can enter', async () => {
		const person = await anActor(database.db, 'applicant', 'Nadia Haddad');
		await withContact(database, person, now, { taxCode: names().taxCode });
		expect(await open(aRecord())).toEqual({ ok: false, problem: 'has-account' });
		expect(await open(aRecord({ who: { accountId: person.id } }))).toEqual({ ok: false, problem: 'has-account' });
		expect(await open(aRecord({ who: { accountId: colleague.id } }))).toEqual({ ok: false, problem: 'not-found' });
	});

	it('of a member of a household is opened when the officer says that the person asks for a home of their own', async () => {
		const notice = await anOpenNotice(database, [4600]);
		const owner = await anActor(database.db, 'applicant', 'Karim Haddad');
		const members = [
			{ id: 'm1', relation: 'applicant', birthDate: '1980-01-01' },
			{ id: 'm2', relation: 'child', birthDate: '2000-01-01' }
		] as const;
		await database.transact((trx) => saveAnswers(trx, notice.id, () => ({ members: [...members] }), owner, now));
		await database.transact((trx) => saveHouseholdNames(trx, notice.id, () => ({ m2: names() }), owner, now));
		expect(await open(aRecord())).toEqual({ ok: false, problem: 'is-member' });
		expect(await open(aRecord({ who: { names: names(), isMemberToo: true } }))).toMatchObject({ ok: true });
	});

	it('ends when the officer ends it, opens another one, or the day is over', async () => {
		const first = aRecord();
		await open(first);
		expect(await household(officer, NEXT_DAY)).toBeNull();
		const second = aRecord({ who: { names: { ...names(), taxCode: '' }, isMemberToo: false } });
		await open(second);
		expect((await row(first.id))!.closed_at).toBe(now);
		await database.transact((trx) => closeRecordOf(trx, officer, now));
		expect(await household()).toBeNull();
		const third = newId();
		const again = await database.transact((trx) => openAgain(trx, { id: third, from: first.id }, officer, NEXT_DAY));
		expect(again).toEqual({ ok: true, id: third });
		expect((await row(third))!).toMatchObject({ channel: 'phone', heard_on: '2026-11-21' });
		expect((await household(officer, NEXT_DAY))!.name).toBe('Amina El Fassi');
	});
});

describe('under a record', () => {
	const declared = async () => {
		const notice = await anOpenNotice(database, [4600]);
		await open(aRecord());
		const by = (await household())!;
		const draftId = await aCompleteDraft(database, notice.id, by, { choices: notice.dwellingIds }, now);
		const send = (signature?: string) =>
			database.transact((trx) => submitApplication(trx, { noticeId: notice.id, draftId, signature }, by, now));
		return { by, draftId, send };
	};

	it('a request is sent with the signed sheet of this household alone', async () => {
		const { by, draftId, send } = await declared();
		const store = newFileStore();
		const stranger = await anActor(database.db, 'applicant');
		expect(await send()).toEqual({ ok: false, problem: 'signature-missing' });
		const others = await aSheet(database, store.objects, stranger, now);
		expect(await send(others)).toEqual({ ok: false, problem: 'signature-missing' });
		const signature = await aSheet(database, store.objects, by, now);
		expect(await send(signature)).toEqual({ ok: true, id: draftId });
		expect(await send(signature)).toEqual({ ok: true, id: draftId });
		const events = database.db.selectFrom('application_events').selectAll().where('application_id', '=', draftId);
		expect(await events.executeTakeFirstOrThrow()).toMatchObject({
			...{ event: 'submitted', desk_record_id: by.desk!.recordId, signature_id: signature }
		});
		await store.remove();
	});

	it('the log names the officer, and how and when the office heard it', async () => {
		const { by, draftId, send } = await declared();
		const store = newFileStore();
		await send(await aSheet(database, store.objects, by, now));
		const [sent] = await entries('application', draftId);
		expect(sent).toMatchObject({ event: 'application_submitted', actor_id: officer.id, actor_role: 'officer' });
		expect(JSON.parse(sent!.detail!)).toMatchObject({ channel: 'phone', received_on: '2026-11-21' });
		const recorded = await entries('desk_record', by.desk!.recordId);
		expect(recorded.map(({ event }) => event)).toContain('desk_recorded');
		await store.remove();
	});

	it('a person who tells an address chooses a password and finds everything; the office writes no more', async () => {
		const { by, draftId, send } = await declared();
		const store = newFileStore();
		await send(await aSheet(database, store.objects, by, now));
		const email = `${newId()}@nuova.example`;
		expect(await database.transact((trx) => giveAddress(trx, email, by, now))).toEqual({ ok: true });
		expect(await household()).not.toBeNull();
		const mail = await database.db
			.selectFrom('outbox')
			.select('body')
			.where('recipient', '=', email)
			.executeTakeFirstOrThrow();
		const token = /\/email\/([\w-]+)/.exec(mail.body!)![1]!;
		const confirmed = await database.transact((trx) => confirmNewEmail(trx, token, now));
		expect(confirmed).toMatchObject({ ok: true, email, choose: expect.any(String) });
		expect(await household()).toBeNull();
		const sent = await database.db
			.selectFrom('applications')
			.select('account_id')
			.where('id', '=', draftId)
			.executeTakeFirst();
		expect(sent!.account_id).toBe(by.id);
		const toNobody = await database.db
			.selectFrom('outbox')
			.select('id')
			.where('recipient', 'like', '%@desk.invalid')
			.execute();
		expect(toNobody).toEqual([]);
		await store.remove();
	});
});
