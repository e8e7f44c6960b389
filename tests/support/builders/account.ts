import type { AppDatabase } from '../../../src/lib/server/platform/db/database';
import { insertAccount, type Account } from '../../../src/lib/server/platform/accounts/repository';
import { newId } from '../../../src/lib/server/ids';

/** An account in the database: by default an applicant with a confirmed address. */
export async function anAccount(database: AppDatabase, changes: Partial<Account> = {}): Promise<Account> {
	const id = newId();
	const account: Account = {
		id,
		email: `${id}@example.org`,
		name: 'Prova',
		role: 'applicant',
		organisation_id: null,
		password_hash: '',
		email_confirmed_at: '2026-01-01T00:00:00.000Z',
		totp_sealed: null,
		totp_last_step: null,
		data_key_id: null,
		locale: 'it',
		demo: 0,
		created_at: '2026-01-01T00:00:00.000Z',
		disabled_at: null,
		...changes
	};
	await database.transact((trx) => insertAccount(trx, account));
	return account;
}
