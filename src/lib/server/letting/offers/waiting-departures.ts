import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RefusalRules } from '$lib/domain/offers/refusal-rules';
import { departuresOf } from '$lib/domain/rounds/departures';
import { sinceVersion } from '$lib/domain/rounds/since-version';
import { homesGone } from '$lib/domain/rounds/without-homes';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import type { Database } from '$lib/server/schema';
import { openedRound } from '$lib/server/allocation/rounds/opened-round';
import { listHappenings } from '$lib/server/allocation/rounds/repository';

/**
 * How many households left the ranking or refused a home since this version, and how many homes left the notice: what the
 * next version is made from.
 */
export async function countWaitingDepartures(
	db: Kysely<Database>,
	{ id, noticeId }: { id: string; noticeId: string },
	rules: RefusalRules,
	now: Instant
): Promise<number> {
	const opened = await openedRound(db, id);
	if (!opened) return 0;
	const happened = departuresOf(await listHappenings(db, noticeId), rules, now);
	const { leaving, striking } = sinceVersion(opened.round, opened.result, happened);
	const gone = homesGone(opened.round, await listNoticeDwellings(db, noticeId));
	return leaving.length + striking.length + gone.length;
}
