import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contestLine } from '$lib/server/allocation/corrections/contest-service';
import { householdOf, readDeskRecord, readDeskRecords } from '$lib/server/desk/at-desk/service';
import { readOwnFile } from '$lib/server/desk/file/own-file';
import { historyOf } from '$lib/server/desk/file/sections';
import { newId } from '$lib/server/ids';
import { householdAtDesk } from '$lib/server/people/desk-records/acting';
import { closeRecordOf, openRecord } from '$lib/server/people/desk-records/open-record';
import { saveOwnPerson, readOwnPerson } from '$lib/server/people/persons/service';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { aCompleteDraft } from '../../../support/builders/application';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { anOpenNotice } from '../../../support/builders/notice';
import { aSheet } from '../../../support/builders/sheet';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { newFileStore } from '../../../support/object-stores';
import { publishNext } from '../../../support/published-round';

const heard = { channel: 'letter', on: '2026-11-20', evidence: 'prot. 4412' } as const;

let database: TestDatabase;
let officer: Actor, colleague: Actor, manager: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	manager = await anAccount(database, 'manager');
});
afterAll(() => database.close());
beforeEach(async () => {
	officer = await anAccount(database, 'officer', 'Franca Riva');
	colleague = await anAccount(database, 'officer', 'Paolo Neri');
});

type Who = Parameters<typeof openRecord>[1]['who'];
const someone: Who = { names: { givenName: 'Amina', familyName: 'El Fassi', taxCode: '' }, isMemberToo: false };
async function opened(who: Who = someone, by = officer) {
	const id = newId();
	const done = await database.transact((trx) => openRecord(trx, { id, heard, who }, by, NOW));
	if (!done.ok) throw new Error(done.problem);
	return { id, household: (await householdAtDesk(database.db, by, NOW))! };
}
const read = (id: string, by = officer) => database.transact((trx) => readDeskRecord(trx, id, by, NOW));

describe('the page of a record', () => {
	it('says what the household has under each open notice, and who else writes for it', async () => {
		const notice = await anOpenNotice(database, [4600]);
		const { id, household } = await opened();
		const store = newFileStore();
		const draftId = await aCompleteDraft(database, notice.id, household, { choices: notice.dwellingIds }, NOW);
		const drafted = (await read(id))!.notices.find((one) => one.id === notice.id);
		expect(drafted).toMatchObject({ draftAt: NOW, request: null });
		const signature = await aSheet(database, store.objects, household, NOW);
		const input = { noticeId: notice.id, draftId, signature };
		expect(await database.transact((trx) => submitApplication(trx, input, household, NOW))).toMatchObject({ ok: true });
		const { id: theirs } = await opened({ accountId: household.id }, colleague);
		const record = (await read(id))!;
		expect(record.notices.find((one) => one.id === notice.id)!.request).toMatch(/^2026-\d{6}$/);
		expect(record.documents).toMatchObject([{ id: signature, explanation: 'Dichiarazioni firmate' }]);
		expect(record).toMatchObject({ isOpen: true, evidence: 'prot. 4412', others: [{ officer: 'Paolo Neri' }] });
		expect((await read(theirs))!.isOpen).toBe(false);
		expect(await householdOf(database.db, theirs, officer, NOW)).toBeNull();
		await store.remove();
	});

	it('is not there for a resident or an auditor, and each reading is a row', async () => {
		const { id, household } = await opened();
		for (const role of ['applicant', 'auditor', 'caseworker'] as const) {
			expect(await read(id, await anAccount(database, role))).toBeUndefined();
			const by = await anAccount(database, role);
			expect(await database.transact((trx) => readDeskRecords(trx, by, NOW))).toBeNull();
		}
		await read(id, colleague);
		const person = (await readOwnPerson(database.db, household.id))!;
		const rows = database.db.selectFrom('readings').select('reader_id').where('person_id', '=', person.id);
		expect(await rows.where('reader_id', '=', colleague.id).execute()).toHaveLength(1);
	});

	it('keeps the name of a protected household out of the list', async () => {
		const { id, household } = await opened();
		const change = (facts: Parameters<Parameters<typeof saveOwnPerson>[1]>[0]) => ({
			...facts!,
			...({ ordinaryWays: 'nothing', safeContact: 'centro di via Inventata' } as const)
		});
		await database.transact((trx) => saveOwnPerson(trx, change, household, NOW));
		const list = (await database.transact((trx) => readDeskRecords(trx, officer, NOW)))!;
		expect(list.find((one) => one.id === id)).toMatchObject({ name: null, isOpen: true });
	});
});

describe('a contest at the desk', () => {
	it('is the household’s, and both histories say that the office heard it by letter', async () => {
		const { household } = await opened();
		const applications = [{ pseudonym: 'A-1', choices: [1], account: household }];
		const { noticeId } = await aClosedNotice(database, { applications, corrections: 15 });
		await publishNext(database, noticeId, officer, manager);
		const query = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
		const { id: requestId } = await query.executeTakeFirstOrThrow();
		const contest = {
			id: newId(),
			requestId,
			criterion: 'eviction',
			text: 'Lo sfratto è di settembre.',
			documents: []
		} as const;
		const send = () => database.transact((trx) => contestLine(trx, contest, household, NOW));
		expect(await send()).toEqual({ ok: true });
		expect(await send()).toEqual({ ok: true });
		const said = { channel: 'letter', on: '2026-11-20' };
		const [act] = await historyOf(database.db, requestId);
		expect(act).toMatchObject({ event: 'line_contested', name: 'Franca Riva', role: 'officer', heard: said });
		const own = (await readOwnFile(database.db, requestId, { ...household, desk: undefined } as never, NOW))!;
		expect(own.history[0]).toMatchObject({ event: 'line_contested', heard: said });
	});
});

describe('what no officer records', () => {
	it('is refused by the service, and once more by the log, with everything that it would have written', async () => {
		const { household } = await opened();
		const applications = [{ pseudonym: 'A-1', choices: [1], account: household }];
		const { noticeId } = await aClosedNotice(database, { applications });
		const query = database.db.selectFrom('applications').select(['id', 'ended_at']).where('notice_id', '=', noticeId);
		const { id } = await query.executeTakeFirstOrThrow();
		const withdrawn = await database.transact((trx) => withdrawApplication(trx, id, household, NOW));
		expect(withdrawn).toEqual({ ok: false, problem: 'not-allowed' });
		const write = database.transact(async (trx) => {
			await trx.updateTable('applications').set({ ended_at: NOW }).where('id', '=', id).execute();
			const subject = { type: 'application', id } as const;
			record(trx, { event: 'application_withdrawn', by: household, subject, at: NOW });
		});
		await expect(write).rejects.toThrow(/No officer records/);
		expect((await query.executeTakeFirstOrThrow()).ended_at).toBeNull();
	});

	it('is everything once the record has ended, in the transaction of the act', async () => {
		const { household } = await opened();
		const notice = await anOpenNotice(database, [4600]);
		const save = () => database.transact((trx) => saveAnswers(trx, notice.id, () => ({ choices: [] }), household, NOW));
		expect(await save()).toEqual({ ok: true });
		await database.transact((trx) => closeRecordOf(trx, officer, NOW));
		expect(await save()).toEqual({ ok: false, problem: 'not-allowed' });
		const told = database.transact((trx) => saveOwnPerson(trx, (facts) => facts, household, NOW));
		expect(await told).toEqual({ ok: false, problem: 'not-allowed' });
	});
});
