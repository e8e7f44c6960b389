import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { pointsOfLine, type ContestOutcome } from '$lib/domain/rounds/contest';
import { factsOfLine } from '$lib/domain/verification/facts-to-check';
import { lockNotice } from '$lib/server/notices/notices/repository';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { tellContestDecided } from '$lib/server/requests/corrections/contest-messages';
import { decisionPlace } from '$lib/server/requests/corrections/content';
import { readContests, type Contest } from '$lib/server/requests/corrections/reading-service';
import { setDecided } from '$lib/server/requests/corrections/repository';
import { readActs } from '$lib/server/requests/verification/acts';
import {
	checklistAfter,
	declaredRequest,
	type DeclaredRequest
} from '$lib/server/requests/verification/declared-request';
import type { Database } from '$lib/server/schema';

export type DecideProblem =
	| 'not-allowed'
	| 'not-found'
	/** The file was not opened today: nobody decides about what was not read. */
	| 'not-opened'
	| 'already-ended'
	/** The line is worth what it was: a fact is to be corrected first, or the line stays. */
	| 'nothing-corrected'
	/** The line is worth something else by now: it is not as it was. */
	| 'line-changed'
	| 'erased';

export type Decided =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: DecideProblem }
	| { readonly ok: false; readonly problem: 'decided-already'; readonly who: string; readonly at: Instant };

type Decision = {
	readonly requestId: string;
	readonly id: string;
	readonly outcome: ContestOutcome;
	readonly text: string;
};

/**
 * An officer decides about a contested line, with reasons that the household reads. A line is corrected by correcting a fact
 * (`correctFact`), so that the ranking takes it in: without that its points are what they were, and it can only be kept.
 */
export async function decideContest(
	trx: Transaction<Database>,
	input: Decision,
	by: Actor,
	now: Instant
): Promise<Decided> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const declared = await declaredRequest(trx, input.requestId);
	if (!declared) return { ok: false, problem: 'not-found' };
	if (!(await hasOpenedRequest(trx, declared.request, by, now))) return { ok: false, problem: 'not-opened' };
	await lockNotice(trx, declared.notice.id);
	const contest = (await readContests(trx, declared.request)).find(({ id }) => id === input.id);
	if (!contest) return { ok: false, problem: declared.erased ? 'erased' : 'not-found' };
	const { decided } = contest;
	if (decided?.byId === by.id && decided.outcome === input.outcome) return { ok: true };
	if (decided) return { ok: false, problem: 'decided-already', who: decided.by, at: decided.at };
	if (declared.request.endedAt !== null) return { ok: false, problem: 'already-ended' };
	return keep(trx, { declared, contest }, input, by, now);
}

async function keep(
	trx: Transaction<Database>,
	{ declared, contest }: { readonly declared: DeclaredRequest; readonly contest: Contest },
	{ id, outcome, text }: Decision,
	by: Actor,
	now: Instant
): Promise<Decided> {
	const { request } = declared;
	const { score } = checklistAfter(declared, await readActs(trx, request));
	const points = pointsOfLine(score.verified, contest.criterion);
	const isSame = points === contest.points;
	if (outcome === 'corrected' && isSame) return { ok: false, problem: 'nothing-corrected' };
	if (outcome === 'kept' && !isSame) return { ok: false, problem: 'line-changed' };
	const key = (await openDataKeys(trx, [request.dataKeyId])).get(request.dataKeyId)!;
	const sealed = seal(key, decisionPlace(id), { points, text });
	await setDecided(trx, id, { outcome, sealed, by: by.id, at: now });
	const subject = { type: 'application', id: request.id } as const;
	record(trx, { event: 'contest_decided', by, subject, detail: { contest: id, outcome }, at: now });
	await tellContestDecided(trx, outcome, request, now);
	return { ok: true };
}

/**
 * The contests of a request for an officer who opened its file today, each with what its line is worth now and the facts on
 * which it rests. `closed`: the file must be opened first. Null for an unknown request.
 */
export async function readContestsOf(db: Kysely<Database>, requestId: string, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return null;
	const declared = await declaredRequest(db, requestId);
	if (!declared) return null;
	const { request, notice } = declared;
	if (!(await hasOpenedRequest(db, request, by, now))) return 'closed';
	const { score } = checklistAfter(declared, await readActs(db, request));
	const contests = (await readContests(db, request)).map((contest) => ({
		...contest,
		pointsNow: pointsOfLine(score.verified, contest.criterion),
		facts: factsOfLine(contest.criterion)
	}));
	return { request, notice, contests };
}
