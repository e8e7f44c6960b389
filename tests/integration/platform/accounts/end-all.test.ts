import '../../../support/settings';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endAllAccess } from '$lib/server/platform/accounts/end-all';
import { signUp } from '$lib/server/platform/accounts/sign-up';
import { issueToken, tokenWorks } from '$lib/server/platform/accounts/tokens';
import { system } from '$lib/server/platform/auth/actor';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { now } from '$lib/server/clock';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeEach(async () => (database = await openTestDatabase()));
afterEach(() => database.close());

it('every session and every mailed link ends, and the log says why', async () => {
	const [resident, officer] = [await anAccount(database), await anAccount(database, { role: 'officer' })];
	const sessions = openSessions(database);
	const open = [await sessions.start(resident, 'password-only'), await sessions.start(officer, 'complete')];
	const asked = { email: 'new@example.org', name: 'Maria', role: 'applicant', locale: 'it', next: null } as const;
	await database.transact((trx) => signUp(trx, asked));
	const token = await database.transact((trx) => issueToken(trx, resident.id, 'reset_password', 1));

	await database.transact((trx) => endAllAccess(trx, system, now()));

	for (const id of open) expect(await sessions.read(id)).toBeNull();
	expect(await tokenWorks(database.db, token, 'reset_password')).toBe(false);
	const entries = await database.db.selectFrom('audit_entries').select('event').execute();
	expect(entries).toEqual([{ event: 'backup_restored' }]);
	expect(await database.db.selectFrom('account_requests').select('id').execute()).toEqual([]);
});
