import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answersOfTold } from '$lib/domain/application/answers-of-told';
import type { Answers } from '$lib/domain/application/answers';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { eachForRanking, type ApplicationForRanking } from '$lib/server/requests/applications/for-ranking';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { readReceipt, readRequest } from '$lib/server/requests/applications/reading-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { healthFacts } from '../../../support/builders/household';
import { withContact } from '../../../support/builders/person';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { allTold } from '../../../support/builders/told';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
const disability = { member: 'm1', percent: 100, serious: false, attendanceAllowance: true };
let database: TestDatabase;
let notice: { id: string; dwellingIds: string[] };
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4_000], { ruleSetId: 'temporary-2026' });
});
afterAll(() => database.close());

async function send(by: Actor, answers: Answers) {
	await database.transact((trx) => saveAnswers(trx, notice.id, () => answers, by, now));
	await withContact(database, by, now, { safeContact: 'Centro Esempio, 02 0000 0000' });
	const draftId = (await openDraft(database.db, notice.id, by))!.id;
	return database.transact((trx) => submitApplication(trx, { noticeId: notice.id, draftId }, by, now));
}

const told = allTold({ shared: true, homeHasBarriers: true, disabilities: [disability], emergency: ['violence'] });
const complete = (): Answers => ({
	...answersOfTold(told, temporary2026),
	needs: healthFacts('fewSteps'),
	choices: notice.dwellingIds
});

it('circumstances are sealed with the needs, judged and scored, and read by their owner only', async () => {
	const by = await anActor(database.db, 'applicant', 'Amina');
	const sent = await send(by, complete());
	if (!sent.ok) throw new Error(sent.problem);
	const request = (await readRequest(database.db, sent.id, by, now))!;
	expect(request.requirements.find(({ requirement }) => requirement === 'emergency')).toMatchObject({
		outcome: 'met',
		fact: 'violence'
	});
	expect(request.score!.lines.map(({ criterion, points }) => [criterion, points])).toEqual([
		['disabilityPercent', 500],
		['attendanceAllowance', 200],
		['homeBarriers', 400],
		['sharedHome', 300],
		['economicHardship', 200]
	]);
	const inRound: ApplicationForRanking[] = [];
	await eachForRanking(database.db, notice.id, (one) => inRound.push(one));
	expect(inRound[0]!.health).toMatchObject({
		needs: { fewSteps: true },
		disabilities: [disability],
		homeHasBarriers: true,
		emergency: ['violence']
	});
	expect((await readReceipt(database.db, sent.id, by, now))!.declared).toContain('"emergency":["violence"]');
	const stranger = await anActor(database.db, 'applicant', 'Altra');
	expect(await readRequest(database.db, sent.id, stranger, now)).toBeUndefined();
	const row = await database.db
		.selectFrom('applications')
		.selectAll()
		.where('id', '=', sent.id)
		.executeTakeFirstOrThrow();
	expect(JSON.parse(row.facts)).toMatchObject({ home: { shared: true } });
	for (const secret of ['violence', 'attendanceAllowance', 'homeHasBarriers', 'fewSteps'])
		expect(JSON.stringify(row)).not.toContain(secret);
});

it('nothing of them stands in the file of the database, drafts included', async () => {
	const by = await anActor(database.db, 'applicant', 'Bozza');
	await database.transact((trx) => saveAnswers(trx, notice.id, complete, by, now));
	if (!database.url.startsWith('sqlite:')) return;
	for (const end of ['', '-wal']) {
		const bytes = readFileSync(database.url.slice('sqlite:'.length) + end).toString('latin1');
		expect(/"emergency":\[|attendanceAllowance":(true|false)|homeHasBarriers/.exec(bytes)).toBeNull();
	}
});

it('a request without what its rules ask is not sent, and its draft is kept', async () => {
	const by = await anActor(database.db, 'applicant', 'Incompleta');
	const { circumstances, ...rest } = complete();
	expect(circumstances).toBeDefined();
	expect(await send(by, rest)).toEqual({ ok: false, problem: 'answers-missing' });
	expect((await openDraft(database.db, notice.id, by))!.answers.needs).toEqual(rest.needs);
});
