import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '$lib/server/ids';
import { closeProposedChange, proposeChange, type AskedChange } from '$lib/server/notices/changes/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { answersPlace } from '$lib/server/platform/secrets/places';
import { seal } from '$lib/server/platform/secrets/seal';
import { tellNoticeChanges } from '$lib/server/requests/notice-news/tell-changes';
import { endOfDay } from '$lib/domain/calendar/deadline';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

/** More than two batches. */
const REQUESTS = 205;
const WHY = 'Il portale è stato fermo per due giorni.';
const later: AskedChange = { kind: 'extension', closesOn: '2026-11-30', beaconSource: 'Lotto del 2 dicembre' };
const texts: AskedChange = { kind: 'texts', titleIt: 'Case', titleEn: 'Homes', summaryIt: 'Tre', summaryEn: 'Three' };

let database: TestDatabase;
let officer: Actor, manager: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	manager = await anAccount(database, 'manager');
});
afterAll(() => database.close());

/** A notice with requests, one of them without an account, and two drafts; the second amends a request. */
async function aNotice(requests: number) {
	const accounts: Actor[] = [];
	for (let count = 0; count < requests; count += 1) accounts.push(await anAccount(database, 'applicant'));
	const asks = accounts.map((account, index) => ({ pseudonym: `A-${index}`, choices: [1], account }));
	const applications = [...asks, { pseudonym: 'A-none', choices: [1] }];
	const closesAt = endOfDay('2026-11-25');
	const { noticeId } = await aClosedNotice(database, { applications, closesAt, beacon: null });
	const newcomer = await anAccount(database, 'applicant');
	for (const account of [newcomer, accounts[0]!]) await aDraft(noticeId, account);
	return { noticeId, newcomer };
}

const aDraft = (noticeId: string, account: Actor) =>
	database.transact(async (trx) => {
		const key = await createDataKey(trx, NOW);
		const draft = { id: newId(), notice_id: noticeId, account_id: account.id, data_key_id: key.id };
		const row = { ...draft, answers_sealed: seal(key.key, answersPlace(draft.id), {}), revision: 0, updated_at: NOW };
		await trx.insertInto('application_drafts').values(row).execute();
	});

async function change(noticeId: string, asked: AskedChange, at = NOW) {
	const id = newId();
	const from = database.db.selectFrom('notices').select('revision').where('id', '=', noticeId);
	const { revision } = await from.executeTakeFirstOrThrow();
	const proposal = { id, noticeId, revision, asked, reason: WHY };
	expect(await database.transact((trx) => proposeChange(trx, proposal, officer, at))).toEqual({ ok: true });
	const close = { id, noticeId, outcome: 'confirmed' } as const;
	expect(await database.transact((trx) => closeProposedChange(trx, close, manager, at))).toEqual({ ok: true });
}

const clear = () => database.transact((trx) => trx.deleteFrom('outbox').execute());
const mails = () => database.db.selectFrom('outbox').select(['recipient', 'subject', 'body']).execute();
const letters = (since: string) =>
	database.db
		.selectFrom('messages')
		.select('id')
		.where('channel', '=', 'paper')
		.where('created_at', '>=', since)
		.execute();

/** A database on which every transaction after the first is lost, as when a process is killed between two. */
function killedAfterOne({ transact, ...rest }: AppDatabase): AppDatabase {
	let done = false;
	const once: AppDatabase['transact'] = async (work) => {
		if (done) throw new Error('killed');
		done = true;
		return transact(work);
	};
	return { ...rest, transact: once };
}

test('each household is told once of more time, by request or by draft, whoever dies and however many tell', async () => {
	const { noticeId, newcomer } = await aNotice(REQUESTS);
	await clear();
	await change(noticeId, later);
	expect(await mails()).toEqual([]);
	await expect(tellNoticeChanges(killedAfterOne(database), NOW)).rejects.toThrow('killed');
	expect((await mails()).length).toBeGreaterThan(90);
	await Promise.all([tellNoticeChanges(database, NOW), tellNoticeChanges(database, NOW)]);
	const sent = await mails();
	expect(sent).toHaveLength(REQUESTS + 1);
	expect(new Set(sent.map(({ recipient }) => recipient)).size).toBe(REQUESTS + 1);
	const drafted = sent.filter(({ body }) => body?.includes('non l’hai ancora mandata'));
	expect(drafted.map(({ recipient }) => recipient)).toEqual([`${newcomer.id}@chiavi.example`]);
	for (const { subject, body } of sent) {
		expect(subject).toContain('lunedì 30 novembre 2026');
		expect(body).toContain(WHY);
	}
	expect(await letters(NOW)).toHaveLength(1);
	expect(await tellNoticeChanges(database, NOW)).toBe(0);
	expect(await mails()).toHaveLength(REQUESTS + 1);
});

test('a corrected text of a closed notice is told to those who sent a request, and not to drafts', async () => {
	const { noticeId } = await aNotice(2);
	await clear();
	const after = '2026-11-26T09:00:00.000Z';
	await change(noticeId, texts, after);
	await tellNoticeChanges(database, after);
	const sent = await mails();
	expect(sent).toHaveLength(2);
	expect(sent[0]!.body).toContain(`/notices/${noticeId}`);
});
