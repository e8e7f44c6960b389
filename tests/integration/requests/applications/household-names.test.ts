import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removePerson } from '$lib/domain/application/people';
import type { Member } from '$lib/domain/household/fact-parts';
import type { Actor } from '$lib/server/platform/auth/actor';
import { discardDraft, saveAnswers } from '$lib/server/requests/applications/draft-service';
import {
	namesFromBefore,
	readHouseholdNames,
	saveHouseholdNames,
	type HouseholdNames
} from '$lib/server/requests/applications/household-names';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { aCompleteDraft } from '../../../support/builders/application';
import { aHousehold } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
const members: Member[] = [
	{ id: 'm1', relation: 'applicant', birthDate: '1986-05-14' },
	{ id: 'm2', relation: 'child', birthDate: '2014-02-03' },
	{ id: 'm3', relation: 'child', birthDate: '2018-09-21' }
];
const name = (givenName: string) => ({ givenName, familyName: 'Quaglierini', taxCode: '' });
const named: HouseholdNames = { m2: name('Yasmine'), m3: name('Omar') };

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[] };
let by: Actor;
let draftId: string;
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [5_500]);
});
afterAll(() => database.close());
beforeEach(async () => {
	by = await anActor(database.db, 'applicant', 'Prova');
	const household = aHousehold({ members });
	draftId = await aCompleteDraft(database, notice.id, by, { choices: notice.dwellingIds, household }, now);
});

const save = (names: HouseholdNames | null, as = by) =>
	database.transact((trx) => saveHouseholdNames(trx, notice.id, () => names, as, now));
const names = () => readHouseholdNames(database.db, draftId);
const persons = async () =>
	(await database.db.selectFrom('persons').select('id').where('account_id', 'is', null).execute()).length;
const send = () => database.transact((trx) => submitApplication(trx, { noticeId: notice.id, draftId }, by, now));

describe('the names of a household', () => {
	it('are saved by place, changed in place, and sealed', async () => {
		expect(await save(named)).toEqual({ ok: true });
		expect(await save({ ...named, m3: name('Omar Karim') })).toEqual({ ok: true });
		expect(await names()).toEqual({ m2: name('Yasmine'), m3: name('Omar Karim') });
		const rows = await database.db.selectFrom('persons').selectAll().execute();
		expect(JSON.stringify(rows)).not.toMatch(/Yasmine|Quaglierini/);
	});

	it('are not of the applicant, nor of a place that the household has not', async () => {
		await save({ m1: name('Nadia'), m9: name('Nessuno'), m2: name('Yasmine') });
		expect(Object.keys(await names())).toEqual(['m2']);
	});

	it('are kept as far as they are known: a tax code alone too', async () => {
		const code = { givenName: '', familyName: '', taxCode: '12345678903' };
		expect(await save({ m2: code })).toEqual({ ok: true });
		expect(await names()).toEqual({ m2: code });
	});

	it('stay where a form is older than another save, and are refused to others', async () => {
		await save(named);
		expect(await save(null)).toEqual({ ok: false, problem: 'stale' });
		expect(await save({}, await anActor(database.db, 'officer'))).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await save({}, await anActor(database.db, 'applicant'))).toEqual({ ok: false, problem: 'not-found' });
		expect(await names()).toEqual(named);
	});

	it('left blank, of a member who left, or of a draft thrown away are forgotten', async () => {
		const before = await persons();
		await save(named);
		expect(await persons()).toBe(before + 2);
		await save({ m2: name('Yasmine'), m3: { givenName: '', familyName: '', taxCode: '' } });
		expect(await persons()).toBe(before + 1);
		await database.transact((trx) => discardDraft(trx, notice.id, by, now));
		expect(await persons()).toBe(before);
	});

	it('go with the request that is sent, without those of a member taken out before', async () => {
		await save(named);
		await database.transact((trx) =>
			saveAnswers(trx, notice.id, (answers) => ({ ...removePerson(answers, 'm3'), needs: answers.needs! }), by, now)
		);
		expect(await send()).toMatchObject({ ok: true });
		expect(await names()).toEqual({ m2: name('Yasmine') });
	});

	it('are offered again for the same people of a later request, and for nobody who could be two', async () => {
		await save(named);
		await send();
		const later: Member[] = [
			members[0]!,
			{ id: 'm5', relation: 'child', birthDate: '2014-02-03' },
			{ id: 'm6', relation: 'child', birthDate: '2020-01-01' },
			{ id: 'm7', relation: 'spouse', birthDate: '2018-09-21' }
		];
		expect(await namesFromBefore(database.db, later, by)).toEqual({ m5: name('Yasmine') });
		const twins = [later[1]!, { ...later[1]!, id: 'm8' }];
		expect(await namesFromBefore(database.db, twins, by)).toEqual({});
		expect(await namesFromBefore(database.db, later, await anActor(database.db, 'applicant'))).toEqual({});
	});
});
