import { setImmediate as letOthersPass } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { record } from '$lib/server/platform/audit/record';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

const act = (id: string) =>
	database.transact(async (trx) => {
		record(trx, {
			event: 'works_certified',
			by: { id: 'a', role: 'officer' },
			subject: { type: 'dwelling', id },
			at: '2026-11-22T10:00:00.000Z'
		});
	});

test('entries form one chain, also when many acts happen at once', async () => {
	await Promise.all(Array.from({ length: 20 }, (_, index) => act(`d${index}`)));
	expect(await verifyChain(database.db)).toMatchObject({ ok: true, entries: 20 });
});

test('an act recorded while the chain is read breaks nothing', async () => {
	let acting = true;
	const acts = (async () => {
		for (let index = 0; index < 40; index += 1) await act(`m${index}`).then(() => letOthersPass());
	})().finally(() => (acting = false));
	const broken = [];
	let checks = 0;
	for (; acting; checks += 1) {
		const check = await verifyChain(database.db);
		if (!check.ok) broken.push(check);
		await letOthersPass();
	}
	await acts;
	expect(checks).toBeGreaterThan(1);
	expect(broken).toEqual([]);
	expect(await verifyChain(database.db)).toMatchObject({ ok: true, entries: 60 });
});

test('an act that fails leaves no entry', async () => {
	const failing = database.transact(async (trx) => {
		record(trx, {
			event: 'works_certified',
			by: { id: 'a', role: 'officer' },
			subject: { type: 'dwelling', id: 'failed' },
			at: '2026-11-22T10:00:00.000Z'
		});
		throw new Error('the act failed');
	});
	await expect(failing).rejects.toThrow('the act failed');
	expect(await verifyChain(database.db)).toMatchObject({ ok: true, entries: 60 });
});

test('the database refuses to change or delete an entry', async () => {
	await expect(sql`update audit_entries set event = 'x' where seq = 3`.execute(database.db)).rejects.toThrow(
		'append-only'
	);
	await expect(sql`delete from audit_entries where seq = 3`.execute(database.db)).rejects.toThrow('append-only');
});

test('a row changed behind the triggers is found, with its place', async () => {
	await dropTriggers();
	await sql`update audit_entries set subject_id = 'other' where seq = 7`.execute(database.db);
	expect(await verifyChain(database.db)).toEqual({ ok: false, seq: 7, problem: 'entry-changed' });
	await sql`delete from audit_entries where seq = 7`.execute(database.db);
	expect(await verifyChain(database.db)).toEqual({ ok: false, seq: 7, problem: 'entry-missing' });
});

test('an end that was cut off, and one that was added, are found by the head', async () => {
	const { hash } = (await database.db.selectFrom('audit_head').select('hash').executeTakeFirst())!;
	await sql`delete from audit_entries where seq > 5`.execute(database.db);
	const differs = (at: number) => ({ ok: false, seq: at, problem: 'head-differs' });
	expect(await verifyChain(database.db)).toEqual(differs(5));
	await sql`update audit_head set seq = 4, hash = ${hash}`.execute(database.db);
	expect(await verifyChain(database.db)).toEqual(differs(4));
	const fourth = await database.db.selectFrom('audit_entries').select('hash').where('seq', '=', 4).executeTakeFirst();
	await sql`update audit_head set hash = ${fourth!.hash}`.execute(database.db);
	expect(await verifyChain(database.db)).toEqual(differs(5));
	await sql`update audit_head set seq = 0, hash = ${hash}`.execute(database.db);
	expect(await verifyChain(database.db)).toEqual(differs(0));
});

async function dropTriggers(): Promise<void> {
	if (database.kind === 'sqlite') {
		await sql`drop trigger audit_entries_no_update`.execute(database.db);
		await sql`drop trigger audit_entries_no_delete`.execute(database.db);
	} else {
		await sql`drop trigger audit_entries_append_only on audit_entries`.execute(database.db);
	}
}
