import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The tenancy that came of a proposal, with its steps in order. */
export async function findByProposal(db: Kysely<Database>, proposalId: string) {
	const row = await db
		.selectFrom('tenancies')
		.select(['id', 'dwelling_id as dwellingId'])
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
	if (!row) return null;
	const events = await db
		.selectFrom('tenancy_events')
		.select(['event', 'at', 'document'])
		.where('tenancy_id', '=', row.id)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return { ...row, events };
}

export async function insertTenancy(trx: Transaction<Database>, row: Insertable<Database['tenancies']>): Promise<void> {
	await trx.insertInto('tenancies').values(row).execute();
}

export async function insertEvent(
	trx: Transaction<Database>,
	row: Insertable<Database['tenancy_events']>
): Promise<void> {
	await trx.insertInto('tenancy_events').values(row).execute();
}
