import type { Kysely } from 'kysely';
import { storedWords } from '$lib/server/platform/db/stored-lists';
import type { Database } from '$lib/server/schema';
import { countApplications, listChoices } from './repository';

type Counted = { readonly applications: number; readonly at: number; readonly counts: ReadonlyMap<string, number> };

/** A withdrawal shows after at most this long; a new request shows at once. */
const LONGEST = 20_000;
const cache = new WeakMap<object, Map<string, Counted>>();

/** How many live requests list each dwelling. The answer is kept for a short time, because it reads 15,000 requests. */
export async function choiceCounts(db: Kysely<Database>, noticeId: string): Promise<ReadonlyMap<string, number>> {
	const kept = cache.get(db) ?? new Map<string, Counted>();
	cache.set(db, kept);
	const applications = await countApplications(db, noticeId);
	const last = kept.get(noticeId);
	if (last && last.applications === applications && performance.now() - last.at < LONGEST) return last.counts;
	const counts = new Map<string, number>();
	for (const choices of await listChoices(db, noticeId)) {
		for (const id of storedWords(choices)) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	kept.set(noticeId, { applications, at: performance.now(), counts });
	return counts;
}
