import '../../../support/settings';
import { DefaultQueryCompiler } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { now } from '$lib/server/clock';
import { checkPassword, hashPassword } from '$lib/server/platform/auth/password';
import { checkCredentials } from '$lib/server/platform/auth/sign-in';
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

test('a sign-in compares the password once, with a hash of the same cost, whether the address has an account or not', async () => {
	const passwordHash = await hashPassword('tre parole facili');
	const known = await anAccount(database, { passwordHash });
	const closed = await anAccount(database, { passwordHash, disabledAt: now() });
	const invited = await anAccount(database, { role: 'officer', emailConfirmedAt: null, passwordHash: '' });
	const statements = new Set<string>();
	for (const email of [known.email, closed.email, invited.email, 'nobody@example.org']) {
		const compared: string[] = [];
		const compare = async (hash: string | Uint8Array) => compared.push(String(hash).split('$', 4).join('$')) === 0;
		const check = (hash: string | undefined, password: string) => checkPassword(hash, password, compare);
		const pair = { email, password: 'quattro parole' };
		statements.add((await statementsOf(() => checkCredentials(database.db, pair, false, check))).join());
		expect(compared, email).toEqual(['$argon2id$v=19$m=19456,t=2,p=1']);
	}
	expect(statements.size).toBe(1);
});
