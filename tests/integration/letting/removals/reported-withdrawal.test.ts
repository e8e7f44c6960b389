import { afterAll, beforeAll, expect, it } from 'vitest';
import { findNotice } from '$lib/server/notices/notices/repository';
import { load as layoutLoad } from '../../../../src/routes/(applicant)/my/apply/[notice]/+layout.server';
import { load as dwellingsLoad } from '../../../../src/routes/(applicant)/my/apply/[notice]/dwellings/+page.server';
import { actions } from '../../../../src/routes/(staff)/staff/dwellings/[id]/+page.server';
import { answersOf } from '../../../support/builders/application';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aHomeAt } from '../../../support/home-at-stage';
import { post, read, servePages } from '../../../support/pages';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { reported } from '../../../support/reported';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

it('a home of an open notice is not withdrawn in passing; once it left with a second person, nobody can choose it (withdrawn-dwelling)', async () => {
	const { home, other, noticeId, officer, manager } = await aHomeAt(database, 'open');
	servePages(database, NOW);
	const visit = { as: officer, params: { id: home } };
	const [step] = reported('withdrawn-dwelling').steps;
	const refused = await post(actions.record, { ...step!.fields, on: '2026-11-20' }, visit);
	expect(refused.status).toBe(409);
	expect(refused.data!.problem).toContain((await findNotice(database.db, noticeId))!.code);

	const leave = { kind: 'withdrawn', happenedOn: '2026-11-20', reason: 'Verbale 12/2026' };
	expect((await post(actions.remove, leave, visit)).location).toMatch(/removal=waits$/);
	const { id } = await database.db
		.selectFrom('removals')
		.select('id')
		.where('dwelling_id', '=', home)
		.executeTakeFirstOrThrow();
	expect((await post(actions.confirmRemoval, { removal: id }, visit)).status).toBe(409);
	expect((await post(actions.confirmRemoval, { removal: id }, { ...visit, as: manager })).status).toBe(303);

	const as = await anAccount(database, 'applicant', 'Prova');
	await database.transact((trx) => saveAnswers(trx, noticeId, () => answersOf(aHousehold(), []), as, NOW));
	const { data } = await read([layoutLoad, dwellingsLoad], { as, params: { notice: noticeId } });
	expect((data['dwellings'] as { id: string }[]).map((one) => one.id)).toEqual([other]);
});
