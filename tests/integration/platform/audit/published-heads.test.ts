import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { signedHead } from '$lib/domain/rounds/log-head';
import { verifyText } from '$lib/server/allocation/rounds/signature';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { watchChain } from '$lib/server/platform/audit/watch-chain';
import { log } from '$lib/server/log';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aPublishedRound } from '../../../support/published-round';

let database: TestDatabase;
let head = '';
let roundId = '';
beforeAll(async () => {
	database = await openTestDatabase();
	({ roundId } = await aPublishedRound(database));
	const round = database.db.selectFrom('rounds').select('audit_head').where('id', '=', roundId);
	head = (await round.executeTakeFirstOrThrow()).audit_head!;
});
afterAll(() => database.close());
afterEach(() => vi.restoreAllMocks());

const OTHER = 'f'.repeat(64);

test('what was printed on a version is found in the log, told again or not', async () => {
	expect(Number(head.split(':')[0])).toBeGreaterThan(1);
	const found = { ok: true, published: 2 };
	expect(await verifyChain(database.db)).toMatchObject(found);
	expect(await verifyChain(database.db, [head])).toMatchObject(found);
	expect(await verifyChain(database.db, [`0:${'0'.repeat(64)}`])).toMatchObject(found);
});

test('the signed statement names the newest act before the signature, and a log without it is found', async () => {
	const { statement, signature } = await database.db
		.selectFrom('rounds')
		.select(['statement', 'signature'])
		.where('id', '=', roundId)
		.executeTakeFirstOrThrow();
	expect(verifyText(statement!, signature!)).toBe(true);
	const [seq, hash] = signedHead(statement!)!.split(':');
	const signed = database.db.selectFrom('audit_entries').select(['hash', 'seq']);
	expect((await signed.where('seq', '=', Number(seq)).executeTakeFirstOrThrow()).hash).toBe(hash);
	const approved = await signed.where('event', '=', 'round_approved').executeTakeFirstOrThrow();
	expect(approved.seq).toBe(Number(seq) + 1);

	const keep = (text: string) =>
		database.db.updateTable('rounds').set({ statement: text }).where('id', '=', roundId).execute();
	await keep(statement!.replace(hash!, OTHER));
	expect(await verifyChain(database.db)).toEqual({ ok: false, seq: Number(seq), problem: 'published-differs' });
	await keep(statement!);
	expect(await verifyChain(database.db)).toMatchObject({ ok: true });
});

test('a log written anew is not the one of which the head was published', async () => {
	expect(await verifyChain(database.db, [`2:${OTHER}`])).toEqual({ ok: false, seq: 2, problem: 'published-differs' });
	expect(await verifyChain(database.db, [head, head.replace(/:.*/, `:${OTHER}`)])).toMatchObject({
		ok: false,
		problem: 'published-differs'
	});
	expect(await verifyChain(database.db, [`0:${OTHER}`])).toEqual({ ok: false, seq: 0, problem: 'published-differs' });
});

test('a log whose end was cut off lacks the entry that was published', async () => {
	const whole = await verifyChain(database.db);
	if (!whole.ok) throw new Error(whole.problem);
	const next = whole.entries + 1;
	expect(await verifyChain(database.db, [`${whole.entries}:${whole.head}`])).toMatchObject({ ok: true });
	expect(await verifyChain(database.db, [`${next}:${OTHER}`])).toEqual({
		ok: false,
		seq: next,
		problem: 'entry-missing'
	});
});

test('what a version keeps is compared without being told, and what is no head is in no log', async () => {
	const keep = (text: string) =>
		database.db.updateTable('rounds').set({ audit_head: text }).where('id', '=', roundId).execute();
	await keep(`1:${OTHER}`);
	expect(await verifyChain(database.db)).toEqual({ ok: false, seq: 1, problem: 'published-differs' });
	const [told, whole] = [vi.spyOn(log, 'error'), vi.spyOn(log, 'info')];
	await watchChain(database.db);
	expect(told).toHaveBeenCalledWith({ seq: 1, problem: 'published-differs' }, 'the audit log is broken');
	await keep('no head');
	expect(await verifyChain(database.db)).toMatchObject({ ok: false, problem: 'entry-missing' });
	await keep(head);
	expect(whole).not.toHaveBeenCalled();
	await watchChain(database.db);
	expect(told).toHaveBeenCalledTimes(1);
	expect(whole).toHaveBeenCalledWith({ entries: expect.any(Number) }, 'the audit log is intact');
});
