import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Up to `limit` requests of a notice after a pseudonym, with what may say that their household is protected, still sealed. */
export async function listProtectable(db: Kysely<Database>, noticeId: string, after: string, limit: number) {
	const rows = await db
		.selectFrom('applications')
		.leftJoin('persons', 'persons.account_id', 'applications.account_id')
		.select(['applications.id', 'applications.pseudonym'])
		.select(['applications.needs_sealed as needsSealed', 'applications.data_key_id as needsKeyId'])
		.select(['persons.id as personId', 'persons.facts_sealed as sealed', 'persons.data_key_id as keyId'])
		.where('applications.notice_id', '=', noticeId)
		.where('applications.pseudonym', '>', after)
		.orderBy('applications.pseudonym')
		.limit(limit)
		.execute();
	return rows.map(({ id, pseudonym, needsSealed, needsKeyId, personId, sealed, keyId }) => ({
		...{ id, pseudonym, needsSealed, needsKeyId },
		keyIds: keyId ? [needsKeyId, keyId] : [needsKeyId],
		person: personId && sealed && keyId ? { id: personId, sealed, keyId } : null
	}));
}

/**
 * Says, without opening anything, whether a notice is still as it was: a new or amended request, a first contact and each
 * later save of one move it. It tells nothing of who is protected.
 */
export async function readHouseholdsStamp(db: Kysely<Database>, noticeId: string): Promise<string> {
	const row = await db
		.selectFrom('applications')
		.leftJoin('persons', 'persons.account_id', 'applications.account_id')
		.select(({ fn }) => [
			fn.countAll().as('requests'),
			fn.count('persons.id').as('persons'),
			fn.sum('persons.revision').as('saves'),
			// One person erased and another one new leave the counts as they were.
			fn.max('persons.updated_at').as('lastSave')
		])
		.where('applications.notice_id', '=', noticeId)
		.executeTakeFirstOrThrow();
	return JSON.stringify(row);
}
