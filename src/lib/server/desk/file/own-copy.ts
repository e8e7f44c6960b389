import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import { readReceipt } from '$lib/server/requests/applications/reading-service';
import { exportOf } from '$lib/server/requests/rights/service';
import type { Database } from '$lib/server/schema';
import { offersOf } from './sections';

/** A request of one's own with its receipt, its checks, its offers and what happened to it; null for another's. */
export async function readOwnCopy(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const receipt = await readReceipt(db, id, by, now);
	const sent = receipt && (await exportOf(db, by.id)).requests.find((request) => request.id === id);
	if (!receipt || !sent) return null;
	return { receipt, sent, offers: await offersOf(db, id, now) };
}
