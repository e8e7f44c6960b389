import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiptLeaf } from '$lib/domain/receipt/receipt-leaf';
import { declaredRow } from '$lib/server/requests/applications/declared-row';
import { eachForRanking } from '$lib/server/requests/applications/for-ranking';
import { needsPlace } from '$lib/server/platform/secrets/places';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { readReceipt, readRequest } from '$lib/server/requests/applications/reading-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal, unseal } from '$lib/server/platform/secrets/seal';
import { aCompleteDraft } from '../../../support/builders/application';
import { healthFacts } from '../../../support/builders/household';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
/** Health as it was sealed until November 2026. */
const older = { needs: { wheelchairIndoors: true, fewSteps: false, walker: false }, severeDisability: true };

let database: TestDatabase;
let notice: { id: string; dwellingIds: string[] };
let by: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	notice = await anOpenNotice(database, [4600]);
	by = await anActor(database.db, 'applicant', 'Amina El Fassi');
});
afterAll(() => database.close());

it('a draft and a request that were sealed with an object of needs are read as ever, and the receipt stays true', async () => {
	const health = healthFacts('wheelchairIndoors');
	const id = await aCompleteDraft(database, notice.id, by, { choices: notice.dwellingIds, health }, now);
	const draft = (await database.db.selectFrom('application_drafts').selectAll().executeTakeFirst())!;
	const key = (await openDataKeys(database.db, [draft.data_key_id])).get(draft.data_key_id)!;
	const place = `application_drafts.answers_sealed:${id}`;
	const answers = unseal(key, place, draft.answers_sealed) as object;
	const answers_sealed = seal(key, place, { ...answers, needs: older });
	await database.transact((trx) => trx.updateTable('application_drafts').set({ answers_sealed }).execute());
	const opened = (await openDraft(database.db, notice.id, by))!.answers;
	expect(opened.needs).toEqual({ ...health, severeDisability: true });

	const input = { noticeId: notice.id, draftId: id };
	expect(await database.transact((trx) => submitApplication(trx, input, by, now))).toMatchObject({ ok: true });
	const row = (await database.db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst())!;
	const { pseudonym, receipt_salt: salt } = row;
	const household = JSON.parse(row.facts);
	const declared = { notice: notice.id, pseudonym, household, health: older, choices: notice.dwellingIds };
	const receipt_leaf = receiptLeaf(salt, declaredRow(declared));
	const needs_sealed = seal(key, needsPlace(id), older);
	await database.transact((trx) => trx.updateTable('applications').set({ needs_sealed, receipt_leaf }).execute());

	const receipt = (await readReceipt(database.db, id, by, now))!;
	expect(receipt.declared).toContain('"declared/1"');
	expect(createHash('sha256').update(Buffer.from(salt, 'hex')).update(receipt.declared!).digest('hex')).toBe(
		receipt_leaf
	);
	expect((await readRequest(database.db, id, by, now))?.choices[0]?.fit?.verdict).toBe('unknown');
	const ranked: boolean[] = [];
	await eachForRanking(database.db, notice.id, ({ health: read }) => ranked.push(read.needs.wheelchairIndoors));
	expect(ranked).toEqual([true]);
});
