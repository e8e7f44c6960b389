import type { Kysely } from 'kysely';
import { IMAGINED_NUMBER } from '$lib/domain/draw/imagined-number';
import type { AskedDwelling, Effects, JudgedRequests } from '$lib/domain/rule-change/effects';
import { forStaff, type ShownEffects } from '$lib/domain/rule-change/for-staff';
import { RequestJudge } from '$lib/domain/rule-change/judge-requests';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { eachToRank } from '$lib/server/requests/verification/for-ranking';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import type { Job } from '$lib/server/platform/workers/job';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';

export const effectsJob: Job<JudgedRequests, Effects> = { name: 'effects', load: () => import('./effects.worker') };

type Asked = { readonly noticeId: string; readonly before: RuleSet; readonly after: RuleSet };

/**
 * The effects of other rules on the requests sent under a notice, worked out in a thread. This reads only and stores
 * nothing. Null where there is no such notice, or it has no request.
 */
export async function readEffects(db: Kysely<Database>, asked: Asked, by: Actor): Promise<ShownEffects | null> {
	if (!allows(by, 'officer', 'manager')) return null;
	const question = await gatherQuestion(db, asked);
	return question && forStaff(await runInWorker(effectsJob, question));
}

/** Requests opened and judged in turns, so that others are served meanwhile; by what the office found, where it checked. */
export async function gatherQuestion(
	db: Kysely<Database>,
	{ noticeId, before, after }: Asked
): Promise<JudgedRequests | null> {
	const notice = await findNotice(db, noticeId);
	if (!notice) return null;
	const dwellings = await dwellingsOf(db, noticeId);
	// Both versions break the last ties by the same number, so that the comparison shows only the effect of the rules.
	const beacon = notice.beacon ?? IMAGINED_NUMBER;
	const judge = new RequestJudge({ notice: notice.id, beacon, before, after, dwellings });
	await eachToRank(db, noticeId, 'verified', (request) => judge.add(request));
	return judge.count === 0 ? null : judge.columns();
}

async function dwellingsOf(db: Kysely<Database>, noticeId: string): Promise<AskedDwelling[]> {
	const dwellings = await listNoticeDwellings(db, noticeId);
	return dwellings.map(({ id, list, setAside, exclusive, netAreaDm2, district, measures }) => {
		return { id, list, setAside, exclusive, netAreaDm2, district, measures, zone: district ?? 'unknown' };
	});
}
