import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { differences } from '$lib/domain/rounds/round-summary';
import type { Database } from '$lib/server/db/schema';
import { findNotice, listNoticeDwellings } from './notice-repository';
import { workOutRound } from './work-out';

/** The next version and whom it moves, worked out and not kept. */
export async function previewNext(db: Kysely<Database>, noticeId: string, now: Instant) {
	const out = await workOutRound(db, noticeId, now);
	if (!out.ok) return { ok: false as const, problem: out.problem };
	const notice = (await findNotice(db, noticeId))!;
	const dwellings = await listNoticeDwellings(db, noticeId);
	const rows = out.before ? differences(out.before, out.result) : [];
	return {
		ok: true as const,
		title: { titleIt: notice.titleIt, titleEn: notice.titleEn },
		version: out.worked.version,
		summary: out.worked.summary,
		left: out.result.left ?? [],
		changes: { rows: rows.slice(0, 200), count: rows.length },
		homes: Object.fromEntries(dwellings.map(({ id, code }) => [id, code])) as Record<string, string>
	};
}
