import '../../../support/settings';
import { DefaultQueryCompiler } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { now } from '$lib/server/clock';
import { requestReset } from '$lib/server/platform/accounts/reset-password';
import { signUp } from '$lib/server/platform/accounts/sign-up';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());
afterEach(() => {
	vi.restoreAllMocks();
});

/** The statements that `act` sends to the database, in their order, without their values. */
async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
	const compiled = vi.spyOn(DefaultQueryCompiler.prototype, 'compileQuery');
	await act();
	const sent = compiled.mock.results.map(({ value }) => (value as { sql: string }).sql);
	compiled.mockRestore();
	return sent;
}

const resident = { name: 'Maria', role: 'applicant', locale: 'it', next: null } as const;
const acts = {
	'a forgotten password': (email: string) => database.transact((trx) => requestReset(trx, email, 'it')),
	'a sign-up': (email: string) => database.transact((trx) => signUp(trx, { ...resident, email }))
};

describe('the time of the answer tells nobody who has an account, because the work is the same:', () => {
	test.each(Object.entries(acts))('%s', async (_, act) => {
		const known = await anAccount(database);
		const closed = await anAccount(database, { disabledAt: now() });
		const invited = await anAccount(database, { role: 'officer', emailConfirmedAt: null });
		const unknown = await statementsOf(() => act('nobody@example.org'));
		expect(unknown.some((statement) => statement.startsWith('insert into "account_requests"'))).toBe(true);
		expect(unknown.join()).not.toMatch(/"accounts"|"outbox"/);
		for (const { email } of [known, closed, invited]) expect(await statementsOf(() => act(email))).toEqual(unknown);
	});
});
