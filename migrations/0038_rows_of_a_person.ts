import type { Kysely } from 'kysely';

/** By which column each table finds the rows of one person, where no index had it. Anybody may ask for theirs at any time. */
const columns = [
	['account_tokens', 'account_id'],
	['audit_entries', 'actor_id'],
	['invitations', 'household'],
	['listing_proposals', 'tenant_request_id'],
	['outbox', 'recipient'],
	['tenancies', 'proposal_id'],
	['tenant_requests', 'account_id'],
	['viewings', 'offer_id']
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const [table, column] of columns)
		await db.schema.createIndex(`${table}_of_person`).on(table).column(column).execute();
}
