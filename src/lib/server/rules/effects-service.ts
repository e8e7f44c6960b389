import type { Kysely } from 'kysely';
import type { AskedDwelling, AskedRequest, Effects, EffectsQuestion } from '$lib/domain/rule-change/effects';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { eachSubmitted, openHealth } from '$lib/server/applications/for-ranking';
import { allows, type Actor } from '$lib/server/auth/actor';
import type { Database } from '$lib/server/db/schema';
import { listNoticeDwellings } from '$lib/server/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/repository';
import * as rounds from '$lib/server/rounds/notice-repository';
import type { Job } from '$lib/server/workers/job';
import { runInWorker } from '$lib/server/workers/run-in-worker';

export const effectsJob: Job<EffectsQuestion, Effects> = { name: 'effects', load: () => import('./effects.worker') };

/** Before the public number is known, both versions break the last ties by this one: the difference stays fair. */
const IMAGINED_NUMBER = '00';

type Asked = { readonly noticeId: string; readonly before: RuleSet; readonly after: RuleSet };

/**
 * What other rules would do to the requests sent under a notice, worked out in a thread. Reads only, keeps nothing.
 * Null where there is no such notice, or it has no request.
 */
export async function readEffects(db: Kysely<Database>, asked: Asked, by: Actor): Promise<Effects | null> {
	if (!allows(by, 'officer', 'manager')) return null;
	const question = await gatherQuestion(db, asked);
	return question && runInWorker(effectsJob, question);
}

/** Requests opened in turns, so that others are served meanwhile. */
export async function gatherQuestion(
	db: Kysely<Database>,
	{ noticeId, before, after }: Asked
): Promise<EffectsQuestion | null> {
	const notice = await findNotice(db, noticeId);
	if (!notice) return null;
	const requests: AskedRequest[] = [];
	await eachSubmitted(db, noticeId, (row, key) => {
		requests.push({
			pseudonym: row.pseudonym,
			facts: row.facts,
			health: openHealth(row, key),
			choices: JSON.parse(row.choices) as string[],
			submittedAt: row.submitted_at,
			ended: row.ended_at !== null
		});
	});
	if (requests.length === 0) return null;
	const dwellings = await dwellingsOf(db, noticeId);
	return { notice: notice.id, beacon: notice.beacon ?? IMAGINED_NUMBER, before, after, dwellings, requests };
}

async function dwellingsOf(db: Kysely<Database>, noticeId: string): Promise<AskedDwelling[]> {
	const rows = await rounds.listNoticeDwellings(db, noticeId);
	const facts = new Map((await listNoticeDwellings(db, noticeId)).map((dwelling) => [dwelling.id, dwelling]));
	return rows.flatMap(({ id, list, setAside, exclusive }) => {
		const dwelling = facts.get(id);
		if (!dwelling) return [];
		const { netAreaDm2, district, measures } = dwelling;
		const labels = JSON.parse(setAside) as string[];
		const zone = district ?? 'unknown';
		return [{ id, list, setAside: labels, exclusive: exclusive === 1, netAreaDm2, district, measures, zone }];
	});
}
