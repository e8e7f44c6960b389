import type { Kysely } from 'kysely';
import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RefusalRules } from '$lib/domain/offers/refusal-rules';
import { departuresOf } from '$lib/domain/rounds/departures';
import { sinceVersion } from '$lib/domain/rounds/since-version';
import type { Database } from '$lib/server/schema';
import { listHappenings, readPublicFile } from '$lib/server/allocation/rounds/repository';

/** How many households left the ranking or refused a home since this version: what the next version is made from. */
export async function countWaitingDepartures(
	db: Kysely<Database>,
	{ noticeId, version }: { noticeId: string; version: number },
	rules: RefusalRules,
	now: Instant
): Promise<number> {
	const file = await readPublicFile(db, noticeId, version);
	if (!file) return 0;
	const happened = departuresOf(await listHappenings(db, noticeId), rules, now);
	const round = JSON.parse(file.projection) as Round;
	const { leaving, striking } = sinceVersion(round, JSON.parse(file.publicResult) as RoundResult, happened);
	return leaving.length + striking.length;
}
