import type { Kysely } from 'kysely';
import { columns, type StoredMessage } from '$lib/server/people/messages/repository';
import type { Database } from '$lib/server/schema';

/** Every message of an account, oldest first. */
export async function listMessages(db: Kysely<Database>, accountId: string): Promise<StoredMessage[]> {
	return db.selectFrom('messages').select(columns).where('account_id', '=', accountId).orderBy('id').execute();
}
