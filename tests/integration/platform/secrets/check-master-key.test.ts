import '../../../support/settings';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { masterKeyFits } from '$lib/server/platform/secrets/check-master-key';
import { config } from '$lib/server/config';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-29T10:00:00.000Z';
let database: TestDatabase;
beforeEach(async () => (database = await openTestDatabase()));
afterEach(() => database.close());

const fits = (key: Buffer) => database.transact((trx) => masterKeyFits(trx, key, now));

describe('the master key', () => {
	it('is kept by an empty database: the first key fits from then on, and no other does', async () => {
		const first = randomBytes(32);
		expect(await fits(first)).toBe(true);
		expect(await fits(first)).toBe(true);
		expect(await fits(randomBytes(32))).toBe(false);
		expect(await fits(first)).toBe(true);
	});

	it('is compared with what an older database sealed before there was a check value', async () => {
		await database.transact((trx) => createDataKey(trx, now));
		expect(await fits(randomBytes(32))).toBe(false);
		expect(await fits(config().masterKey)).toBe(true);
	});

	it('may not differ between two processes that start at once', async () => {
		const answers = await Promise.allSettled([fits(randomBytes(32)), fits(randomBytes(32))]);
		const fitting = answers.filter((answer) => answer.status === 'fulfilled' && answer.value);
		expect(fitting).toHaveLength(1);
	});
});
