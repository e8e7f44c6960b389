import '../../../support/settings';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createAccount } from '$lib/server/platform/accounts/administer';
import { answerRequests } from '$lib/server/platform/accounts/answer-requests';
import { requestReset, resetPassword } from '$lib/server/platform/accounts/reset-password';
import { tokenHours, tokenWorks } from '$lib/server/platform/accounts/tokens';
import type { Actor } from '$lib/server/platform/auth/actor';
import { digest } from '$lib/server/platform/auth/session-adapter';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { now } from '$lib/server/clock';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());
afterEach(() => {
	vi.useRealTimers();
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const invalid = { ok: false, problem: 'link-invalid' };

/** The secrets of the links that were mailed to `email`, the oldest first. */
async function linksTo(email: string): Promise<string[]> {
	const mails = database.db.selectFrom('outbox').select('body').where('recipient', '=', email).orderBy('id');
	return (await mails.execute()).map(({ body }) => /\/reset\/([\w-]+)/.exec(body ?? '')?.[1] ?? '');
}

const works = (token: string) => tokenWorks(database.db, token, 'reset_password');
const reset = (token: string) =>
	database.transact((trx) => resetPassword(trx, openSessions(database), { token, passwordHash: 'new' }, now()));
const setClock = (time: number) => {
	vi.useFakeTimers({ toFake: ['Date'] });
	vi.setSystemTime(time);
};

test('a link to a new password ends after an hour, and its hash alone is kept', async () => {
	const { email } = await anAccount(database);
	for (let count = 0; count < 2; count += 1) await database.transact((trx) => requestReset(trx, email, 'it'));
	await answerRequests(database, now());
	const [first = '', second = ''] = await linksTo(email);
	const rows = await database.db.selectFrom('account_tokens').selectAll().execute();
	expect(rows.map(({ id }) => id)).toContain(digest(first));
	expect(JSON.stringify(rows)).not.toContain(first);
	const issued = Date.now();
	setClock(issued + tokenHours.reset * HOUR + MINUTE);
	expect(await works(first)).toBe(false);
	expect(await reset(first)).toEqual(invalid);
	setClock(issued + tokenHours.reset * HOUR - MINUTE);
	expect(await works(second)).toBe(true);
	expect(await reset(second)).toMatchObject({ ok: true });
});

test('a colleague has a week to open the link of the invitation', async () => {
	const { id } = await anAccount(database, { role: 'administrator' });
	const by: Actor = { id, role: 'administrator', name: 'Ada', organisationId: null, demo: false };
	const colleague = { email: 'settimana@example.org', name: 'Collega', role: 'officer', organisationId: null } as const;
	expect(await database.transact((trx) => createAccount(trx, colleague, by, now()))).toMatchObject({ ok: true });
	const [token = ''] = await linksTo(colleague.email);
	const issued = Date.now();
	setClock(issued + tokenHours.welcome * HOUR - MINUTE);
	expect(await works(token)).toBe(true);
	setClock(issued + tokenHours.welcome * HOUR + MINUTE);
	expect(await works(token)).toBe(false);
	expect(await reset(token)).toEqual(invalid);
});
