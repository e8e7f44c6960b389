import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { pointsOfLine, type ContestOutcome } from '$lib/domain/rounds/contest';
import { factsOfLine } from '$lib/domain/verification/facts-to-check';
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
import { toDecide, type NotToDecide } from '$lib/server/requests/verification/to-decide';
import type { Database } from '$lib/server/schema';

/**
 * `nothing-corrected`: the line is worth what it was, so a fact is to be corrected first, or the line stays. `line-changed`: it is
 * worth something else by now, so it is not as it was.
 */
export type Decided =
	| { readonly ok: true }
	| NotToDecide
	| { readonly ok: false; readonly problem: 'nothing-corrected' | 'line-changed' };

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
	const found = await toDecide(trx, input, (request) => readContests(trx, request), by, now);
	return found.stop ?? keep(trx, { declared: found.declared, contest: found.told }, input, by, now);
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
