import type { AppDatabase } from '../../../src/lib/server/platform/db/database';
import { newAccount, type Account } from '../../../src/lib/server/platform/accounts/account';
import { insertAccount } from '../../../src/lib/server/platform/accounts/repository';
import { newId } from '../../../src/lib/server/ids';

/** An account in the database: by default an applicant with a confirmed address. */
export async function anAccount(database: AppDatabase, changes: Partial<Account> = {}): Promise<Account> {
	const id = newId();
	const confirmed = { emailConfirmedAt: '2026-01-01T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z' };
	const account = newAccount({
		id,
		email: `${id}@example.org`,
		name: 'Prova',
		role: 'applicant',
		...confirmed,
		...changes
	});
	await database.transact((trx) => insertAccount(trx, account));
	return account;
}
