import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deleteMandatesOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	const own = trx.selectFrom('mandates').select('id').where('account_id', '=', accountId);
	await trx.deleteFrom('consents').where('mandate_id', 'in', own).execute();
	await trx.deleteFrom('mandate_authorisations').where('mandate_id', 'in', own).execute();
	await trx.deleteFrom('mandates').where('account_id', '=', accountId).execute();
}

export async function deleteMandates(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await trx.deleteFrom('consents').where('mandate_id', 'in', ids).execute();
	await trx.deleteFrom('mandate_authorisations').where('mandate_id', 'in', ids).execute();
	await trx.deleteFrom('mandates').where('id', 'in', ids).execute();
}
