import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deleteReadingsOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	const person = trx.selectFrom('persons').select('id').where('account_id', '=', accountId);
	await trx.deleteFrom('readings').where('person_id', 'in', person).execute();
	await trx.deleteFrom('readings').where('subject_type', '=', 'account').where('subject_id', '=', accountId).execute();
}

export async function deleteReadings(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await trx.deleteFrom('readings').where('id', 'in', ids).execute();
}
