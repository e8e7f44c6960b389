import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { config } from '$lib/server/config';
import type { Database } from '$lib/server/schema';
import { demoAccounts, DEMO_PASSWORD } from './accounts';
import { findWorld, nextDeadline } from './repository';

/** The data of the demo page; null where there is no demo, and then no such page. */
export async function readDemo(db: Kysely<Database>, now: Instant) {
	if (!config().demo) return null;
	const world = await findWorld(db);
	const offset = world?.clock_offset_ms ?? 0;
	return {
		accounts: world ? demoAccounts : [],
		password: DEMO_PASSWORD,
		now,
		offset,
		realNow: new Date(Date.parse(now) - offset).toISOString(),
		deadline: await nextDeadline(db, now)
	};
}
