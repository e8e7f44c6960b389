import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { contestsUntil } from '$lib/domain/rounds/contest';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { publishedOnly } from '$lib/domain/rounds/round-kind';
import { listRounds } from '$lib/server/allocation/rounds/repository';
import type { Notice } from '$lib/server/notices/notices/notice';
import type { Database } from '$lib/server/schema';

/** Until when households may contest lines under a notice; null where they may not now. The days are those of its rules. */
export async function windowOf(
	db: Kysely<Database>,
	notice: Pick<Notice, 'id' | 'closesAt' | 'rules'>,
	now: Instant
): Promise<Instant | null> {
	const published = publishedOnly(await listRounds(db, notice.id));
	return contestsUntil(notice.closesAt, published, procedureOf(notice.rules).value, now);
}
