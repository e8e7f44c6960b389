import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '$lib/domain/application/answers';
import { readOwnPerson } from '$lib/server/people/persons/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { declaredBirthDate } from '$lib/server/requests/applications/declared-birth-date';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { answersOf } from '../../../support/builders/application';
import { aHousehold } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
let database: TestDatabase;
let notice: { id: string; dwellingIds: string[] };
let by: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4_600]);
});
afterAll(() => database.close());

async function aDraft(changes: Partial<Answers> = {}) {
	by = await anActor(database.db, 'applicant', 'Prova');
	const answers = { ...answersOf(aHousehold(), notice.dwellingIds), ...changes };
	await database.transact((trx) => saveAnswers(trx, notice.id, () => answers, by, now));
	return (await openDraft(database.db, notice.id, by))!.id;
}
const send = (draftId: string, contact?: number) =>
	database.transact((trx) => submitApplication(trx, { noticeId: notice.id, draftId, contact }, by, now));

describe('a request of somebody whom nobody can reach', () => {
	it('is not sent, and its answers stay', async () => {
		const draft = await aDraft();
		expect(await send(draft)).toEqual({ ok: false, problem: 'contact-missing' });
		expect(await openDraft(database.db, notice.id, by)).toMatchObject({ id: draft });
		await withContact(database, by, now, { channel: 'phone', phone: '' });
		expect(await send(draft)).toEqual({ ok: false, problem: 'contact-missing' });
		await withContact(database, by, now);
		expect(await send(draft)).toMatchObject({ ok: true });
	});

	it('is not sent without a safe contact where it tells of violence', async () => {
		const draft = await aDraft({ circumstances: { emergency: ['violence'] } });
		await withContact(database, by, now);
		expect(await send(draft)).toEqual({ ok: false, problem: 'safe-contact-missing' });
		await withContact(database, by, now, { safeContact: 'Centro Esempio' });
		expect(await send(draft)).toMatchObject({ ok: true });
	});

	it('is sent with the details that its page showed, and with no others', async () => {
		const draft = await aDraft();
		await withContact(database, by, now);
		const { revision } = (await readOwnPerson(database.db, by.id))!;
		await withContact(database, by, now, { phone: '+39 02 0000 4512' });
		expect(await send(draft, revision)).toEqual({ ok: false, problem: 'contact-changed' });
		expect(await send(draft, revision + 1)).toMatchObject({ ok: true });
	});
});

it('the birth date of a person is the one that the newest answers declare', async () => {
	const draft = await aDraft();
	const own = aHousehold().members.find(({ relation }) => relation === 'applicant')!.birthDate;
	expect(await declaredBirthDate(database.db, by)).toBe(own);
	await withContact(database, by, now);
	await send(draft);
	expect(await declaredBirthDate(database.db, by)).toBe(own);
	expect(await declaredBirthDate(database.db, await anActor(database.db, 'applicant'))).toBeNull();
});
