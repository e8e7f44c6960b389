import { afterAll, beforeAll, expect, it } from 'vitest';
import { provesReceipt, proveReceipt, readLeaves, receiptsRoot, sortLeaves } from '$lib/domain/receipt/receipt-tree';
import { findSealed } from '$lib/server/requests/applications/receipts-repository';
import { sealDueReceipts, sealReceipts } from '$lib/server/requests/applications/seal-receipts';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { readReceiptsFile } from '$lib/server/requests/applications/read-receipts';
import { statementOf } from '$lib/server/allocation/rounds/kept-files';
import { findRound } from '$lib/server/allocation/rounds/repository';
import { aClosedNotice, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound } from '../../../support/published-round';

const CLOSES = '2026-11-21T22:59:59.999Z';
let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

const four = ['A-1', 'A-2', 'A-3', 'A-4'].map((pseudonym) => ({ pseudonym, choices: [1] }));
const leafOf = async (noticeId: string, pseudonym: string) =>
	(
		await database.db
			.selectFrom('applications')
			.select('receipt_leaf')
			.where('notice_id', '=', noticeId)
			.where('pseudonym', '=', pseudonym)
			.executeTakeFirstOrThrow()
	).receipt_leaf;
const endsAt = (noticeId: string, pseudonym: string, ended_at: string) =>
	database.db
		.updateTable('applications')
		.set({ ended_at })
		.where('notice_id', '=', noticeId)
		.where('pseudonym', '=', pseudonym)
		.execute();
const seal = (noticeId: string, at = NOW) => database.transact((trx) => sealReceipts(trx, noticeId, at));
const sealings = async (noticeId: string) =>
	(
		await database.db
			.selectFrom('audit_entries')
			.select('event')
			.where('subject_id', '=', noticeId)
			.where('event', '=', 'receipts_sealed')
			.execute()
	).length;

it('holds who was in at closing, whenever it is sealed: withdrawn before is out, withdrawn since is in', async () => {
	const { noticeId } = await aClosedNotice(database, { applications: four });
	await endsAt(noticeId, 'A-2', '2026-11-20T10:00:00.000Z');
	await endsAt(noticeId, 'A-3', '2026-11-22T08:00:00.000Z');
	await seal(noticeId);
	const leaves = await Promise.all(['A-1', 'A-3', 'A-4'].map((pseudonym) => leafOf(noticeId, pseudonym)));
	const sealed = (await findSealed(database.db, noticeId))!;
	expect(sealed).toMatchObject({ root: receiptsRoot(sortLeaves(leaves)), count: 3 });
	const published = readLeaves((await readReceiptsFile(database.db, noticeId))!)!;
	expect(provesReceipt(leaves[1]!, proveReceipt(published, leaves[1]!)!, sealed.root)).toBe(true);
	expect(proveReceipt(published, await leafOf(noticeId, 'A-2'))).toBeNull();
});

it('not before the last moment has passed, nor for a notice that does not exist', async () => {
	const { noticeId } = await aClosedNotice(database, { applications: four });
	await seal(noticeId, CLOSES);
	expect(await findSealed(database.db, noticeId)).toBeUndefined();
	await seal('nessuno');
});

it('the job seals every closed notice once, audited in the same transaction, however often it runs', async () => {
	const { noticeId } = await aClosedNotice(database, { applications: four });
	expect(await sealDueReceipts(database, NOW)).toBeGreaterThan(0);
	const sealed = await findSealed(database.db, noticeId);
	await endsAt(noticeId, 'A-1', '2026-11-20T10:00:00.000Z');
	expect(await sealDueReceipts(database, NOW)).toBe(0);
	await seal(noticeId);
	expect(await findSealed(database.db, noticeId)).toEqual(sealed);
	expect(await sealings(noticeId)).toBe(1);
	expect(await verifyChain(database.db)).toMatchObject({ ok: true });
});

it('two processes at once seal it once', async () => {
	const { noticeId } = await aClosedNotice(database, { applications: four });
	await Promise.all([seal(noticeId), seal(noticeId)]);
	expect(await sealings(noticeId)).toBe(1);
});

it('a round is not prepared without it, and its root is in what the agency signs', async () => {
	const { noticeId, roundId } = await aPublishedRound(database);
	const sealed = (await findSealed(database.db, noticeId))!;
	expect(sealed.count).toBe(3);
	const round = (await findRound(database.db, roundId))!;
	expect(await statementOf(database.db, round)).toContain(`\nreceipts ${sealed.root}\n`);
});
