import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Since when a notice demands that requests are verified before an offer; null where it does not, or is not there. */
export async function findDemand(db: Kysely<Database>, noticeId: string): Promise<string | null> {
	const row = await db
		.selectFrom('notices')
		.select('verified_since as since')
		.where('id', '=', noticeId)
		.executeTakeFirst();
	return row?.since ?? null;
}

export async function setDemand(trx: Transaction<Database>, noticeId: string, since: string | null): Promise<void> {
	await trx.updateTable('notices').set({ verified_since: since }).where('id', '=', noticeId).execute();
}
