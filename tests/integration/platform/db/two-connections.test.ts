import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { record } from '$lib/server/platform/audit/record';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { isUniqueViolation } from '$lib/server/platform/db/first-wins';
import { newId } from '$lib/server/ids';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let first: TestDatabase;
let second: AppDatabase;
beforeAll(async () => {
	first = await openTestDatabase();
	second = createDatabase(first.url);
});
afterAll(async () => {
	await second.close();
	await first.close();
});

const AT = '2026-11-22T10:00:00.000Z';
const system = { id: null, role: 'system' } as const;

test('two processes write at once: each waits for the other, nothing is lost, the chain holds', async () => {
	const writes = Array.from({ length: 60 }, (_, index) =>
		(index % 2 ? first : second).transact(async (trx) => {
			const id = newId();
			await trx
				.insertInto('organisations')
				.values({ id, kind: 'owner', name: `n${index}`, created_at: AT })
				.execute();
			record(trx, { event: 'account_created', by: system, subject: { type: 'account', id }, at: AT });
		})
	);
	await Promise.all(writes);
	expect(await verifyChain(first.db)).toMatchObject({ ok: true, entries: 60 });
});

test('when two insert the same key, one wins and the other is told', async () => {
	const row = { id: newId(), kind: 'owner' as const, name: 'uno solo', created_at: AT };
	const answers = await Promise.allSettled(
		[first, second].map((database) => database.transact((trx) => trx.insertInto('organisations').values(row).execute()))
	);
	const refused = answers.filter((answer) => answer.status === 'rejected');
	expect(refused).toHaveLength(1);
	expect(isUniqueViolation(refused[0]!.reason)).toBe(true);
});
