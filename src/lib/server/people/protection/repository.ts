import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** What an account declared in its requests, ended ones too, and in its drafts: all of it sealed. */
export async function listDeclared(db: Kysely<Database>, accountId: string) {
	const requests = await db
		.selectFrom('applications')
		.select(['id', 'needs_sealed as sealed', 'data_key_id as dataKeyId'])
		.where('account_id', '=', accountId)
		.execute();
	const drafts = await db
		.selectFrom('application_drafts')
		.select(['id', 'answers_sealed as sealed', 'data_key_id as dataKeyId'])
		.where('account_id', '=', accountId)
		.execute();
	return { requests, drafts };
}
