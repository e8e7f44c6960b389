import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { lastAct } from './repository';

/** The person who changed a record last, and when, as the log of acts says. No name: the reader, in another tab. */
export async function lastSave(
	db: Kysely<Database>,
	subject: { readonly type: string; readonly id: string },
	reader: Actor
): Promise<{ readonly name: string | null; readonly at: Instant | null }> {
	const last = await lastAct(db, subject);
	return { name: last && last.accountId !== reader.id ? last.name : null, at: last?.at ?? null };
}
