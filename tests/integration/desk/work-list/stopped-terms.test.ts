import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeWork, contestWork } from '$lib/server/desk/work-list/letting-work';
import { contestLine } from '$lib/server/allocation/corrections/contest-service';
import { termsThatStand } from '$lib/server/desk/work-list/stopped-terms';
import { newId } from '$lib/server/ids';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findApplication } from '$lib/server/requests/applications/repository';
import { tellOwnChange } from '$lib/server/requests/changes/tell-service';
import { answerOffice, readOwnCheck } from '$lib/server/requests/verification/answer-service';
import { askHousehold } from '$lib/server/requests/verification/check-service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

/** Sunday 22 November 2026 is NOW; the office gives itself five working days. */
const DUE = '2026-11-27T22:59:59.999Z';
const LATER = '2026-11-25T09:00:00.000Z';

let database: TestDatabase;
let officer: Actor, manager: Actor, nadia: Actor;
let requestId: string;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
});
afterAll(() => database.close());
beforeEach(async () => {
	nadia = await anAccount(database, 'applicant');
	const applications = [{ pseudonym: 'A-1', choices: [1], account: nadia }];
	const { noticeId } = await aClosedNotice(database, { applications, corrections: 15 });
	const query = database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId);
	requestId = (await query.executeTakeFirstOrThrow()).id;
	await publishNext(database, noticeId, officer, manager);
});

/** A contested line and a change, both of today. */
async function twoThings() {
	const contest = { id: newId(), requestId, criterion: 'eviction', text: 'Manca lo sfratto.', documents: [] } as const;
	const change = { kind: 'birth', on: '2026-11-10', relation: 'child' } as const;
	const told = { id: newId(), requestId, change, text: 'È nata Anna.', documents: [] };
	expect(await database.transact((trx) => contestLine(trx, contest, nadia, NOW))).toEqual({ ok: true });
	expect(await database.transact((trx) => tellOwnChange(trx, told, nadia, NOW))).toEqual({ ok: true });
}
async function ask() {
	const request = (await findApplication(database.db, requestId))!;
	await database.transact((trx) => noteOpenedRequest(trx, request, '', officer, NOW));
	const question = { id: requestId, fact: 'eviction', seen: 0, question: 'Manda la convalida.' } as const;
	const asked = await database.transact((trx) => askHousehold(trx, { ...question, until: '2026-12-02' }, officer, NOW));
	expect(asked).toEqual({ ok: true });
}
async function answer() {
	const { rows } = (await readOwnCheck(database.db, requestId, nadia))!;
	const question = rows.find(({ fact }) => fact === 'eviction')!.last!.id;
	const input = { id: requestId, question, text: 'Ecco la convalida.' };
	expect(await database.transact((trx) => answerOffice(trx, input, nadia, LATER))).toEqual({ ok: true });
}
const waiting = async (now: string) => {
	const all = [...(await contestWork(database.db, now)), ...(await changeWork(database.db, now))];
	return all.filter(({ params }) => params['id'] === requestId).map(({ due, waitsFor }) => ({ due, waitsFor }));
};

const stands = async (now: string) =>
	(await termsThatStand(database.db, [requestId], now)).map(({ kind, since, until }) => ({ kind, since, until }));

describe('the term to decide about a line or a change', () => {
	test('runs while nothing is asked', async () => {
		await twoThings();
		expect(await waiting(LATER)).toEqual(Array.from({ length: 2 }, () => ({ due: DUE, waitsFor: undefined })));
	});

	test('stands still while the household is asked, and runs on from its answer', async () => {
		await twoThings();
		await ask();
		const asked = { due: '2026-12-07T22:59:59.999Z', waitsFor: 'household' };
		expect(await waiting(LATER)).toEqual([asked, asked]);
		const times = { since: NOW, until: '2026-12-02T22:59:59.999Z' };
		const both = [
			{ kind: 'decide-contest', ...times },
			{ kind: 'decide-change', ...times }
		];
		expect(await stands(LATER)).toEqual(both);
		expect(await stands('2026-12-03T09:00:00.000Z')).toEqual([]);
		await answer();
		expect(await stands(LATER)).toEqual([]);
		const answered = { due: '2026-11-30T22:59:59.999Z', waitsFor: undefined };
		expect(await waiting(LATER)).toEqual([answered, answered]);
	});
});
