import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Up to `limit` requests of a notice after an id, with what may say that their household is protected, still sealed. */
export async function listProtectable(db: Kysely<Database>, noticeId: string, after: string, limit: number) {
	const rows = await db
		.selectFrom('applications')
		.leftJoin('persons', 'persons.account_id', 'applications.account_id')
		.select(['applications.id', 'applications.needs_sealed as needsSealed', 'applications.data_key_id as needsKeyId'])
		.select(['persons.id as personId', 'persons.facts_sealed as sealed', 'persons.data_key_id as keyId'])
		.where('applications.notice_id', '=', noticeId)
		.where('applications.id', '>', after)
		.orderBy('applications.id')
		.limit(limit)
		.execute();
	return rows.map(({ id, needsSealed, needsKeyId, personId, sealed, keyId }) => ({
		...{ id, needsSealed, needsKeyId },
		keyIds: keyId ? [needsKeyId, keyId] : [needsKeyId],
		person: personId && sealed && keyId ? { id: personId, sealed, keyId } : null
	}));
}
