import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/db/schema';

export async function listSubmitted(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('applications')
		.select(['id', 'pseudonym', 'facts', 'needs_sealed', 'data_key_id', 'choices', 'submitted_at', 'ended_at'])
		.where('notice_id', '=', noticeId)
		.orderBy('id')
		.execute();
}
