import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { findSealed, readSealedLeaves } from '$lib/server/requests/applications/receipts-repository';
import { sealReceipts } from '$lib/server/requests/applications/seal-receipts';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { aCompleteDraft } from '../../../support/builders/application';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const lastMoment = '2026-11-30T22:59:59.999Z';
const afterClosing = '2026-11-30T23:00:30.000Z';

let database: TestDatabase;
/** The process whose job seals the receipts. */
let other: AppDatabase;
let notice: { id: string; dwellingIds: string[] };
let by: Actor;
let draftId: string;

beforeEach(async () => {
	database = await openTestDatabase();
	other = createDatabase(database.url);
	notice = await anOpenNotice(database, [4600, 4601, 3000, 4000]);
	by = await anActor(database.db, 'applicant', 'Amina El Fassi');
	draftId = await aCompleteDraft(database, notice.id, by, { choices: [notice.dwellingIds[0]!] }, lastMoment);
});
afterEach(async () => {
	await other.close();
	await database.close();
});

const input = () => ({ noticeId: notice.id, draftId });
const seal = () => other.transact((trx) => sealReceipts(trx, notice.id, afterClosing));
const sealedLeaves = async () => (await readSealedLeaves(database.db, notice.id))!.split('\n').filter(Boolean);

/** Runs `work` and holds its transaction open until the sealing has had time to pass it by, if it could. */
async function heldOpen<Result>(work: (trx: Parameters<Parameters<AppDatabase['transact']>[0]>[0]) => Promise<Result>) {
	let sealing: Promise<void> | undefined;
	const result = await database.transact(async (trx) => {
		const done = await work(trx);
		sealing = seal();
		await new Promise((resolve) => setTimeout(resolve, 300));
		return done;
	});
	await sealing;
	return result;
}

it('a request that was accepted in time and is not written yet is in the sealed receipts', async () => {
	const sent = await heldOpen((trx) => submitApplication(trx, input(), by, lastMoment));
	expect(sent).toEqual({ ok: true, id: draftId });
	expect(await sealedLeaves()).toHaveLength(1);
});

it('a withdrawal in time that is not written yet leaves the receipts', async () => {
	await database.transact((trx) => submitApplication(trx, input(), by, lastMoment));
	await heldOpen((trx) => withdrawApplication(trx, draftId, by, lastMoment));
	expect(await sealedLeaves()).toHaveLength(0);
});

it('a request whose turn comes after the sealing is refused, and its answers stay', async () => {
	await seal();
	const late = await database.transact((trx) => submitApplication(trx, input(), by, lastMoment));
	expect(late).toEqual({ ok: false, problem: 'notice-closed' });
	const draft = await database.db.selectFrom('application_drafts').select('id').execute();
	expect(draft).toEqual([{ id: draftId }]);
});

it('a withdrawal whose turn comes after the sealing ends the request after the closing, as the receipts say', async () => {
	await database.transact((trx) => submitApplication(trx, input(), by, lastMoment));
	await seal();
	await database.transact((trx) => withdrawApplication(trx, draftId, by, lastMoment));
	expect(await findSealed(database.db, notice.id)).toMatchObject({ count: 1 });
	const row = await database.db.selectFrom('applications').select('ended_at').executeTakeFirstOrThrow();
	expect(row.ended_at! > lastMoment).toBe(true);
});
