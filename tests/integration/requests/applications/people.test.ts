import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson, removePerson, type TypedPerson } from '$lib/domain/application/people';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHousehold } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
let database: TestDatabase;
let noticeId: string;
beforeAll(async () => {
	database = await openTestDatabase();
	noticeId = (await anOpenNotice(database, [4_000])).id;
});
afterAll(() => database.close());

type Change = Parameters<typeof saveAnswers>[2];

async function aRequest() {
	const by = await anActor(database.db, 'applicant', 'Nadia Esempio');
	return {
		save: (change: Change) => database.transact((trx) => saveAnswers(trx, noticeId, change, by, now)),
		answers: async () => (await openDraft(database.db, noticeId, by))!.answers
	};
}

const you: TypedPerson = { relation: 'applicant', birthDate: '1985-05-05' };
const form = '3f0b0c52-1111-4222-8333-444455556666';
const child: TypedPerson = { relation: 'child', birthDate: '2015-03-03', form };

it('one form sent twice at the same moment adds one person, and two forms add twins', async () => {
	const { save, answers } = await aRequest();
	await save((saved) => addPerson(saved, you));
	const send = (typed: TypedPerson) => save((saved) => addPerson(saved, typed));
	expect(await Promise.all([send(child), send(child), send(child)])).toEqual(Array(3).fill({ ok: true }));
	expect((await answers()).members).toHaveLength(2);
	await Promise.all([send(child), send({ ...child, form: form.replace('3', '4') })]);
	expect((await answers()).members).toHaveLength(3);
});

it('the very first form, sent twice at the same moment, begins one request with one person', async () => {
	const { save, answers } = await aRequest();
	const first = () => save((saved) => addPerson(saved, { ...you, form }));
	expect(await Promise.all([first(), first()])).toEqual(Array(2).fill({ ok: true }));
	expect((await answers()).members).toEqual([{ id: 'm1', relation: 'applicant', birthDate: '1985-05-05' }]);
});

it('what is asked again stays sealed and comes back as it was', async () => {
	const { save, answers } = await aRequest();
	await save((saved) => addPerson(saved, you));
	await save((saved) => ({ ...addPerson(saved, child), needs: { ...noHealthFacts, severeDisability: true } }));
	await save((saved) => removePerson(saved, 'm2'));
	expect(await answers()).toMatchObject({ naming: { last: 2, sent: [] }, again: { needs: noHealthFacts } });
	expect((await answers()).needs).toBeUndefined();
});

it('answers that cannot be are not sent, and stay', async () => {
	const by = await anActor(database.db, 'applicant', 'Nadia Esempio');
	const household = { ...aHousehold(), municipalitySince: '1899-01-01', regionSince: '1899-01-01' };
	const { dwellingIds } = await anOpenNotice(database, [4_600]);
	const draftId = await aCompleteDraft(database, noticeId, by, { choices: dwellingIds, household }, now);
	const sent = await database.transact((trx) => submitApplication(trx, { noticeId, draftId }, by, now));
	expect(sent).toEqual({ ok: false, problem: 'impossible-answers' });
	expect((await openDraft(database.db, noticeId, by))?.answers.residence?.regionSince).toBe('1899-01-01');
});
