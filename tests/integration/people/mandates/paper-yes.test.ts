import '../../../support/settings';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerToSign, sendingToSign, withdrawalToSign } from '$lib/server/desk/signed-acts/service';
import { newId } from '$lib/server/ids';
import { acceptOffer, refuseOffer } from '$lib/server/letting/offers/service';
import { inPlaceOf } from '$lib/server/people/mandates/acting';
import { revokeMandate } from '$lib/server/people/mandates/end';
import { numberToPrint, signOnPaper, type SignedAct } from '$lib/server/people/mandates/paper-yes';
import { findMandate } from '$lib/server/people/mandates/repository';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHelper, aMandate, type Helper } from '../../../support/builders/mandate';
import { anOpenNotice } from '../../../support/builders/notice';
import { withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aHomeAt } from '../../../support/home-at-stage';
import { NOW as now } from '../../../support/mandate-acts';
import { newFileStore, type TestStore } from '../../../support/object-stores';

type Trx = Parameters<Parameters<TestDatabase['transact']>[0]>[0];
type ToSign = { read: (trx: Trx) => Promise<SignedAct | null>; act: (trx: Trx) => Promise<{ ok: boolean }> };

let database: TestDatabase;
let store: TestStore;
let noticeId: string;
let home: string;
let helper: Helper;
let person: Actor;
let mandateId: string;
let inPlace: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	const notice = await anOpenNotice(database, [3_800]);
	noticeId = notice.id;
	home = notice.dwellingIds[0]!;
});
afterAll(() => database.close());
beforeEach(async () => {
	store = newFileStore();
	helper = await aHelper(database);
	person = await anActor(database.db, 'applicant', 'Nadia Haddad');
	({ mandateId, inPlace } = await helping(person));
	await aCompleteDraft(database, noticeId, person, { choices: [home] }, now);
});
afterEach(() => store.remove());

/** A mandate of the helper with a person, and the helper in the place of that person. */
async function helping(of: Actor) {
	const id = await aMandate(database, { helper, person: of }, now, { days: 31 });
	return { mandateId: id, inPlace: inPlaceOf((await findMandate(database.db, id))!, helper) };
}

const sendingFor = (by: Actor): ToSign => ({
	read: (trx) => sendingToSign(trx, noticeId, by),
	act: async (trx) => submitApplication(trx, (await sendingToSign(trx, noticeId, by))!.sending, by, now)
});
const withdrawalOf = (id: string, by = inPlace): ToSign => ({
	read: (trx) => withdrawalToSign(trx, id, by, now),
	act: (trx) => withdrawApplication(trx, id, by, now)
});

const print = ({ read }: ToSign, by = inPlace) =>
	database.transact(async (trx) => (await numberToPrint(trx, (await read(trx))!, by, now))!);
const pages = [{ type: 'application/pdf', sheets: 1, bytes: Buffer.from('%PDF-1.7 firmato') }] as const;
const upload = (toSign: ToSign, number: string, { by = inPlace, documentId = newId(), at = now } = {}) => {
	const places = { transact: database.transact, objects: store.objects };
	return signOnPaper(places, { ...toSign, number, documentId, name: 'Firma su carta', pages }, by, at);
};
const documents = (of = person) =>
	database.db.selectFrom('documents').select('id').where('account_id', '=', of.id).execute();
const papers = (mandate = mandateId) =>
	database.db.selectFrom('consents').selectAll().where('mandate_id', '=', mandate).where('way', '=', 'paper').execute();
const requests = (of = person) =>
	database.db.selectFrom('applications').select(['id', 'ended_at']).where('account_id', '=', of.id).execute();
/** Nothing of an upload is kept: no document, no file, no yes. */
async function expectNothingKept() {
	expect(await documents()).toEqual([]);
	expect(await store.objects.list()).toEqual([]);
	expect(await papers()).toEqual([]);
}

describe('a signed sheet', () => {
	it('sends the request, and is kept with the yes: who uploaded it, for what, and the file', async () => {
		const sending = sendingFor(inPlace);
		const { own } = (await database.transact(sending.read))!;
		const number = await print(sending);
		expect(await upload(sending, number)).toEqual({ ok: true, done: { ok: true, id: expect.any(String) } });
		const [document] = await documents();
		expect(await requests()).toHaveLength(1);
		expect(await papers()).toMatchObject([
			{ act: 'send', subject_id: own.subjectId, asked_by: helper.id, given_at: now, document_id: document!.id }
		]);
		const log = await database.db
			.selectFrom('audit_entries')
			.select(['event', 'detail'])
			.where('subject_id', '=', mandateId)
			.where('event', '=', 'consent_given')
			.execute();
		expect(log.map(({ detail }) => JSON.parse(detail!))).toMatchObject([{ act: 'send', way: 'paper', sheet: number }]);
	});

	it('of answers that changed since it was printed sends nothing and keeps nothing', async () => {
		const number = await print(sendingFor(inPlace));
		await database.transact((trx) => saveAnswers(trx, noticeId, (saved) => ({ ...saved }), inPlace, now));
		expect(await upload(sendingFor(inPlace), number)).toEqual({ ok: false, problem: 'other-sheet' });
		expect(await requests()).toEqual([]);
		await expectNothingKept();
	});

	it('of contact details that changed since it was printed sends nothing', async () => {
		const number = await print(sendingFor(inPlace));
		await withContact(database, person, now, { phone: '+39 333 000 0000' });
		expect(await upload(sendingFor(inPlace), number)).toEqual({ ok: false, problem: 'other-sheet' });
		await expectNothingKept();
	});

	it('of another person counts for nobody else', async () => {
		const other = await anActor(database.db, 'applicant', 'Omar Haddad');
		const others = await helping(other);
		await aCompleteDraft(database, noticeId, other, { choices: [home] }, now);
		const number = await print(sendingFor(others.inPlace), others.inPlace);
		expect(await upload(sendingFor(inPlace), number)).toEqual({ ok: false, problem: 'other-sheet' });
		await expectNothingKept();
	});

	it('is used once: a second upload, and two clicks at the same moment, keep one file and do one act', async () => {
		const [{ id }] = await sent();
		const number = await print(withdrawalOf(id));
		const documentId = newId();
		const both = await Promise.all([1, 2].map(() => upload(withdrawalOf(id), number, { documentId })));
		expect(both.map((one) => ('problem' in one ? one.problem : one.ok)).toSorted()).toEqual([true, 'used']);
		expect(await upload(withdrawalOf(id), number)).toEqual({ ok: false, problem: 'used' });
		expect(await documents()).toHaveLength(1);
		expect(await store.objects.list()).toHaveLength(1);
		expect(await papers()).toHaveLength(1);
		expect((await requests())[0]!.ended_at).toBe(now);
	});

	it('keeps nothing where the act is refused', async () => {
		const [{ id }] = await sent();
		const number = await print(withdrawalOf(id));
		const refusing = { ...withdrawalOf(id), act: async () => ({ ok: false, problem: 'has-offer' }) };
		expect(await upload(refusing, number)).toEqual({ ok: false, done: { ok: false, problem: 'has-offer' } });
		await expectNothingKept();
	});

	it('lets no other act pass in its transaction', async () => {
		const [{ id }] = await sent();
		const other = withdrawalOf(newId());
		const number = await print(withdrawalOf(id));
		const done = await upload({ read: withdrawalOf(id).read, act: other.act }, number);
		expect(done).toEqual({ ok: false, done: { ok: false, problem: 'not-allowed' } });
	});

	it('is neither printed nor taken from the instant of a revocation, nor by the person', async () => {
		const number = await print(sendingFor(inPlace));
		expect(await print(sendingFor(person), person)).toBeUndefined();
		expect(await upload(sendingFor(person), number, { by: person })).toEqual({ ok: false, problem: 'not-allowed' });
		await database.transact((trx) => revokeMandate(trx, mandateId, person, now));
		expect(await print(sendingFor(inPlace))).toBeUndefined();
		expect(await upload(sendingFor(inPlace), number)).toEqual({ ok: false, problem: 'not-allowed' });
		await expectNothingKept();
	});
});

/** The person's request is sent by the person. */
async function sent() {
	await database.transact(async (trx) => {
		const { sending } = (await sendingToSign(trx, noticeId, person))!;
		return submitApplication(trx, sending, person, now);
	});
	return (await requests()) as [{ id: string; ended_at: string | null }];
}

it('a sheet to accept a home does not refuse it, and accepts it once', async () => {
	const { applicant, home: offered } = await aHomeAt(database, 'offered');
	const { id } = await database.db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select('offers.id')
		.where('dwelling_id', '=', offered)
		.where('account_id', '=', applicant.id)
		.executeTakeFirstOrThrow();
	const at = '2026-11-23T09:00:00.000Z';
	const mandate = await aMandate(database, { helper, person: applicant }, at, { days: 31 });
	const by = inPlaceOf((await findMandate(database.db, mandate))!, helper);
	const on = (given: 'accept' | 'needs'): ToSign => ({
		read: (trx) => answerToSign(trx, { id, answer: given }, by, at),
		act: (trx) => (given === 'accept' ? acceptOffer(trx, id, by, at) : refuseOffer(trx, id, given, by, at))
	});
	const number = await database.transact(async (trx) => numberToPrint(trx, (await on('accept').read(trx))!, by, at));
	expect(await upload(on('needs'), number!, { by, at })).toEqual({ ok: false, problem: 'other-sheet' });
	expect(await upload(on('accept'), number!, { by, at })).toMatchObject({ ok: true, done: { ok: true } });
	expect(await upload(on('accept'), number!, { by, at })).toEqual({ ok: false, problem: 'used' });
	expect(await papers(mandate)).toMatchObject([{ act: 'answer-offer', subject_id: `${id}/accept` }]);
});
