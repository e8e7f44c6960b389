import type { Kysely } from 'kysely';
import { findDemand } from '$lib/server/notices/notices/demand-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { countStandings, listBegun } from './repository';

/** The most requests that the page of a notice lists. */
const SHOWN = 100;

/** How far the check of the requests of a notice is; null for an unknown notice, or a reader without the right. */
export async function readProgress(db: Kysely<Database>, noticeId: string, by: Actor) {
	if (!allows(by, 'officer', 'manager')) return null;
	const notice = await findNotice(db, noticeId);
	if (!notice) return null;
	const counts = await countStandings(db, noticeId);
	const of = (standing: string | null) => counts.find((one) => one.standing === standing)?.count ?? 0;
	return {
		title: notice.title,
		demandedSince: await findDemand(db, noticeId),
		untouched: of(null),
		open: of('open'),
		verified: of('verified'),
		failed: of('failed'),
		begun: await listBegun(db, noticeId, SHOWN)
	};
}
