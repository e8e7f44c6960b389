import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The offer that a request holds, unanswered or accepted. */
export async function findHeldOffer(db: Kysely<Database>, applicationId: string): Promise<string | undefined> {
	const held = await db
		.selectFrom('offers')
		.select('id')
		.where('application_id', '=', applicationId)
		.where('released_at', 'is', null)
		.executeTakeFirst();
	return held?.id;
}
