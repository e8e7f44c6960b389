import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import { bookSlot } from '$lib/server/letting/offers/viewing-service';
import { inPlaceOf } from '$lib/server/people/mandates/acting';
import { revokeMandate, revokeProcedure } from '$lib/server/people/mandates/end';
import { beginHelping, nameOfHelped, personFor, stopHelping } from '$lib/server/people/mandates/helping';
import { myMandate } from '$lib/server/people/mandates/reading-service';
import { findMandate } from '$lib/server/people/mandates/repository';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import { myReadings } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Covered } from '$lib/server/platform/auth/helper-acts';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { discardDraft, saveAnswers } from '$lib/server/requests/applications/draft-service';
import { answerRejection } from '$lib/server/requests/rejections/answer-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { answerOffice } from '$lib/server/requests/verification/answer-service';
import { aHelper, aMandate, type Helper } from '../../../support/builders/mandate';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { minutesLater, NOW as now } from '../../../support/mandate-acts';

let database: TestDatabase;
let noticeId: string;
let helper: Helper;
let person: Actor;
let mandateId: string;
let inPlace: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	({ id: noticeId } = await anOpenNotice(database, [5_000]));
});
afterAll(() => database.close());
beforeEach(async () => {
	helper = await aHelper(database);
	person = await anActor(database.db, 'applicant', 'Nadia Haddad');
	await helpUnder(['request', 'offer']);
});

async function helpUnder(procedures: readonly ('request' | 'offer')[]) {
	mandateId = await aMandate(database, { helper, person }, now, { days: 31, procedures });
	inPlace = inPlaceOf((await findMandate(database.db, mandateId))!, helper);
}

const write = (by = inPlace, at = now) => database.transact((trx) => saveAnswers(trx, noticeId, () => ({}), by, at));
const revoke = () => database.transact((trx) => revokeMandate(trx, mandateId, person, now));
const refused = { ok: false, problem: 'not-allowed' };
const ask = (covered: Covered, by: Actor = helper, at = now) =>
	database.transact((trx) => personFor(trx, { mandateId, helper: by, covered }, at));
const read = { procedure: 'request', act: 'read' } as const;

describe('a helper in the place of a person', () => {
	it('writes a draft of the person, and both the log and the person’s page say who did it', async () => {
		expect(await write()).toEqual({ ok: true });
		const entry = await database.db
			.selectFrom('audit_entries')
			.select(['actor_id', 'actor_role', 'subject_id'])
			.where('event', '=', 'draft_written')
			.where('actor_id', '=', helper.id)
			.executeTakeFirstOrThrow();
		expect(entry).toEqual({ actor_id: helper.id, actor_role: 'caseworker', subject_id: noticeId });
		const acts = (await myMandate(database.db, mandateId, person, now))!.acts;
		expect(acts[0]).toMatchObject({ event: 'draft_written', name: helper.name, role: 'caseworker' });
	});

	it('writes nothing from the instant of the revocation, and the draft stays the person’s', async () => {
		await write();
		await revoke();
		expect(await write()).toEqual(refused);
		expect(await database.transact((trx) => discardDraft(trx, noticeId, inPlace, now))).toEqual(refused);
		expect(await write(person)).toEqual({ ok: true });
	});

	it('writes to the last instant of the mandate and not a millisecond longer', async () => {
		const { endsAt } = (await findMandate(database.db, mandateId))!;
		const last = Date.parse(endsAt);
		const notice = { opens_at: now, closes_at: new Date(last + 86_400_000).toISOString() };
		await database.db.updateTable('notices').set(notice).where('id', '=', noticeId).execute();
		expect(await write(inPlace, endsAt)).toEqual({ ok: true });
		expect(await write(inPlace, new Date(last + 1).toISOString())).toEqual(refused);
	});

	it('does only what the procedures of the mandate cover', async () => {
		await database.transact((trx) => revokeProcedure(trx, { id: mandateId, procedure: 'request' }, person, now));
		const id = newId();
		const acts = [
			write(),
			database.transact((trx) => answerRejection(trx, { requestId: id, text: 'Ecco.' }, inPlace, now)),
			database.transact((trx) => answerOffice(trx, { id, question: id, text: 'Ecco.' }, inPlace, now))
		];
		expect(await Promise.all(acts)).toEqual([refused, refused, refused]);
		// The offer is covered, so the answer is that there is none.
		const book = () => database.transact((trx) => bookSlot(trx, id, id, inPlace, now));
		expect(await book()).toMatchObject({ problem: 'unknown-offer' });
		await database.transact((trx) => revokeProcedure(trx, { id: mandateId, procedure: 'offer' }, person, now));
		expect(await book()).toMatchObject({ problem: 'not-allowed' });
	});

	it('is refused when the account changed its organisation or was closed meanwhile', async () => {
		const { organisationId } = await aHelper(database);
		const helperIs = (row: { organisation_id?: string; disabled_at?: string | null }) =>
			database.db.updateTable('accounts').set(row).where('id', '=', helper.id).execute();
		await helperIs({ organisation_id: organisationId });
		expect(await write()).toEqual(refused);
		await helperIs({ organisation_id: helper.organisationId });
		expect(await write()).toEqual({ ok: true });
		await helperIs({ disabled_at: now });
		expect(await write()).toEqual(refused);
	});

	it('writes for the person of the mandate alone', async () => {
		const other = await anActor(database.db, 'applicant');
		expect(await write({ ...inPlace, id: other.id })).toEqual(refused);
	});

	it('does not send, and does not change contact details', async () => {
		await write();
		const draft = { noticeId, draftId: newId(), revision: 0, contact: 0 };
		expect(await database.transact((trx) => submitApplication(trx, draft, inPlace, now))).toEqual(refused);
		expect(await database.transact((trx) => saveOwnPerson(trx, (saved) => saved, inPlace, now))).toEqual(refused);
	});

	it('records no act for which the mandate was not asked', async () => {
		const entry = { event: 'draft_written', by: inPlace, subject: { type: 'notice', id: noticeId }, at: now } as const;
		await expect(database.transact(async (trx) => record(trx, entry))).rejects.toThrow('no mandate was asked');
	});
});

describe('what the hooks ask', () => {
	it('answers the person while the mandate covers the act, and the reading is a row', async () => {
		expect(await ask(read)).toEqual({ person: inPlace });
		expect((await myReadings(database.db, person)).map(({ reader }) => reader)).toEqual([helper.name]);
	});

	it('says why not: revoked, a part revoked, expired, not covered, another organisation', async () => {
		await helpUnder(['request']);
		expect(await ask({ procedure: 'offer', act: 'read' })).toEqual({ why: 'not-covered' });
		expect(await ask(read, await aHelper(database))).toEqual({ why: 'none' });
		expect(await ask(read, helper, minutesLater(60 * 24 * 32))).toEqual({ why: 'expired' });
		await database.transact((trx) => revokeProcedure(trx, { id: mandateId, procedure: 'request' }, person, now));
		expect(await ask(read)).toEqual({ why: 'part' });
		await revoke();
		expect(await ask(read)).toEqual({ why: 'revoked' });
	});
});

describe('the session of a helper', () => {
	const sessions = () => openSessions(database);
	const start = () => sessions().start({ id: helper.id, role: 'caseworker' }, 'complete');
	const begin = (sessionId: string, by: Actor = helper) =>
		database.transact((trx) => beginHelping(trx, { sessionId, mandateId }, by, now));
	const under = async (sessionId: string) => (await sessions().read(sessionId))?.actingUnder;
	const told = async () => (await myMandate(database.db, mandateId, person, now))!.acts.map(({ event }) => event);

	it('works for a person until it stops, both told once to the person however often it is asked', async () => {
		const sessionId = await start();
		expect(await under(sessionId)).toBeNull();
		for (let click = 0; click < 2; click += 1) expect(await begin(sessionId)).toEqual({ ok: true });
		expect(await under(sessionId)).toBe(mandateId);
		expect(await nameOfHelped(database.db, { mandateId, helper }, now)).toBe('Nadia Haddad');
		for (let click = 0; click < 2; click += 1)
			await database.transact((trx) => stopHelping(trx, sessionId, helper, now));
		expect(await under(sessionId)).toBeNull();
		expect((await told()).slice(0, 2)).toEqual(['helping_stopped', 'helping_begun']);
		expect((await told()).filter((event) => event.startsWith('helping_'))).toHaveLength(2);
	});

	it('leaves one person when it begins to work for another', async () => {
		const sessionId = await start();
		await begin(sessionId);
		const first = mandateId;
		const other = await anActor(database.db, 'applicant', 'Amir Esempio');
		mandateId = await aMandate(database, { helper, person: other }, now);
		await begin(sessionId);
		expect(await under(sessionId)).toBe(mandateId);
		expect((await myMandate(database.db, first, person, now))!.acts[0]).toMatchObject({ event: 'helping_stopped' });
	});

	it('begins under no mandate that is over, and under none of another organisation', async () => {
		const sessionId = await start();
		expect(await begin(sessionId, await aHelper(database))).toEqual({ ok: false, problem: 'not-found' });
		expect(await begin(sessionId, person)).toEqual(refused);
		await revoke();
		expect(await begin(sessionId)).toEqual({ ok: false, problem: 'not-active' });
		expect(await under(sessionId)).toBeNull();
		expect(await nameOfHelped(database.db, { mandateId, helper }, now)).toBeNull();
	});
});
