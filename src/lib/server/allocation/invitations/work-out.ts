import type { Kysely } from 'kysely';
import type { CascadeLine, CascadeQuestion } from '$lib/domain/accessibility/cascade';
import { needMask } from '$lib/domain/accessibility/needs';
import { IMAGINED_NUMBER } from '$lib/domain/draw/imagined-number';
import { rankRequest } from '$lib/domain/rounds/rank-request';
import { RequestCollector } from '$lib/domain/rounds/request-columns';
import { eachSubmitted, openRequest } from '$lib/server/requests/applications/for-ranking';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import type { Notice } from '$lib/server/notices/notices/notice';
import type { Job } from '$lib/server/platform/workers/job';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { householdToken } from './household-token';

const job: Job<CascadeQuestion, CascadeLine[]> = { name: 'cascade', load: () => import('./cascade.worker') };

/** A household to tell: its request, and what stands for it in `invitations`. */
export type Household = { readonly applicationId: string; readonly token: string };

export type Line = Omit<CascadeLine, 'toInvite'> & { readonly toInvite: readonly Household[] };

/**
 * Which households each accessible dwelling of a notice would reach with the requests sent so far, and which of them
 * did not list it. Requests are opened in turns; a thread does the rest. Before the public draw, an imagined number
 * breaks the last ties.
 */
export async function workOutCascade(db: Kysely<Database>, notice: Notice): Promise<Line[]> {
	const dwellings = await dwellingsOf(db, notice.id);
	const collector = new RequestCollector(dwellings);
	const households: Household[] = [];
	const [needs, persons]: [number[], number[]] = [[], []];
	await eachSubmitted(db, notice.id, (row, key) => {
		const request = openRequest(row, key);
		collector.add(rankRequest(request, notice.rules));
		needs.push(needMask(request.health.needs));
		persons.push(request.household.members.length);
		households.push({ applicationId: row.id, token: householdToken(key, row) });
	});
	const lines = await runInWorker(job, {
		notice: notice.id,
		beacon: notice.beacon ?? IMAGINED_NUMBER,
		rules: notice.rules,
		maxChoices: notice.maxChoices,
		dwellings,
		requests: collector.columns(),
		needs: Int32Array.from(needs),
		persons: Int32Array.from(persons)
	});
	return lines.map((line) => ({ ...line, toInvite: line.toInvite.map((request) => households[request]!) }));
}

async function dwellingsOf(db: Kysely<Database>, noticeId: string) {
	const dwellings = await listNoticeDwellings(db, noticeId);
	return dwellings.map(({ id, list, setAside, exclusive, netAreaDm2, measures }) => {
		return { id, list, setAside, exclusive, netAreaDm2, measures };
	});
}
