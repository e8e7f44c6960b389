import '../../../support/settings';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '$lib/server/platform/audit/verify';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { readReceipt, readRequest } from '$lib/server/requests/applications/reading-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { aSentRequest, household, NOW, turn } from '../../../support/builders/amendment';
import { aCompleteDraft } from '../../../support/builders/application';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { buildProgram, runAndKill } from '../../../support/killed-process';

let program: string;
let database: TestDatabase;
let notice: Awaited<ReturnType<typeof anOpenNotice>>;
beforeAll(async () => {
	program = buildProgram('send-request');
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600, 4601, 5600]);
});
afterAll(() => database.close());

/** A draft that is ready to be sent. `replaces`: the request that it amends. */
type Ready = { readonly by: Actor; readonly draftId: string; readonly replaces: string | null };

async function aFirstRequest(): Promise<Ready> {
	const by = await anActor(database.db, 'applicant', 'Amina El Fassi');
	const choices = notice.dwellingIds.slice(0, 2);
	return { by, draftId: await aCompleteDraft(database, notice.id, by, { choices, household }, NOW), replaces: null };
}

async function anAmendment(): Promise<Ready> {
	const sent = await aSentRequest(database, notice);
	const draftId = await sent.begun();
	await sent.save(turn);
	return { by: sent.by, draftId, replaces: sent.first };
}

const sendAgain = ({ by, draftId }: Ready) =>
	database.transact((trx) => submitApplication(trx, { noticeId: notice.id, draftId }, by, NOW));

/** All that sending writes about a person, each thing by its id. */
async function keptOf({ by, draftId, replaces }: Ready) {
	const { db } = database;
	const requests = await db
		.selectFrom('applications')
		.select(['id', 'ended_at', 'receipt_leaf'])
		.where('account_id', '=', by.id)
		.orderBy('id')
		.execute();
	const events = db.selectFrom('application_events').select(['application_id', 'event']);
	const messages = db.selectFrom('messages').select('id').where('account_id', '=', by.id).orderBy('id');
	const mails = db.selectFrom('outbox').innerJoin('messages', 'messages.id', 'outbox.message_id').select('message_id');
	const entries = db.selectFrom('audit_entries').select(['event', 'subject_id']).orderBy('seq');
	const about = replaces === null ? [draftId] : [draftId, replaces];
	return {
		requests,
		events: await events.where('application_id', 'in', about).orderBy('id').execute(),
		messages: await messages.execute(),
		mails: await mails.where('messages.account_id', '=', by.id).orderBy('message_id').execute(),
		entries: await entries.where('subject_id', 'in', about).execute(),
		draft: await openDraft(db, notice.id, by)
	};
}

/** Anybody computes the leaf again from what the receipt shows. */
async function expectValidReceipt(id: string, by: Actor): Promise<void> {
	const { salt, declared, leaf } = (await readReceipt(database.db, id, by, NOW))!;
	expect(createHash('sha256').update(Buffer.from(salt, 'hex')).update(declared!).digest('hex')).toBe(leaf);
}

async function expectSentOnce(ready: Ready, before: Awaited<ReturnType<typeof keptOf>>): Promise<void> {
	const { by, draftId, replaces } = ready;
	const kept = await keptOf(ready);
	expect(kept.requests.filter(({ ended_at }) => ended_at === null).map(({ id }) => id)).toEqual([draftId]);
	expect(kept.requests).toHaveLength(before.requests.length + 1);
	expect(kept.messages).toHaveLength(before.messages.length + 1);
	expect(kept.mails).toHaveLength(before.mails.length + 1);
	expect(kept.draft).toBeNull();
	const written = kept.entries.slice(before.entries.length).map(({ event, subject_id }) => [event, subject_id]);
	const replaced = replaces === null ? [] : [['application_replaced', replaces]];
	expect(written).toEqual([...replaced, ['application_submitted', draftId]]);
	await expectValidReceipt(draftId, by);
	if (replaces !== null) {
		const request = (await readRequest(database.db, draftId, by, NOW))!;
		expect(request.versions.map(({ id }) => id)).toEqual([draftId, replaces]);
		expect(await readRequest(database.db, replaces, by, NOW)).toMatchObject({ journey: { state: 'replaced' } });
		await expectValidReceipt(replaces, by);
	}
	expect(await verifyChain(database.db)).toMatchObject({ ok: true });
}

describe.each([
	['a request', aFirstRequest],
	['an amendment', anAmendment]
])('the portal is killed while %s is sent', (_, prepare) => {
	it('before the commit: nothing of it is there, the draft is, and the next try sends it once', async () => {
		const ready = await prepare();
		const before = await keptOf(ready);
		await runAndKill(program, [database.url, ready.by.id, notice.id, ready.draftId, NOW], 'inside');
		expect(await keptOf(ready)).toEqual(before);
		expect(await sendAgain(ready)).toEqual({ ok: true, id: ready.draftId });
		await expectSentOnce(ready, before);
	});

	it('after the commit, before the answer: it is sent, and the next try gives the same receipt', async () => {
		const ready = await prepare();
		const before = await keptOf(ready);
		await runAndKill(program, [database.url, ready.by.id, notice.id, ready.draftId, NOW], 'committed');
		await expectSentOnce(ready, before);
		const kept = await keptOf(ready);
		expect(await sendAgain(ready)).toEqual({ ok: true, id: ready.draftId });
		expect(await keptOf(ready)).toEqual(kept);
	});
});
