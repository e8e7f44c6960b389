import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { contestableLines, pointsOfLine } from '$lib/domain/rounds/contest';
import type { CriterionId } from '$lib/domain/scoring/score';
import { lockNotice } from '$lib/server/notices/notices/repository';
import { documentsThatCount } from '$lib/server/people/documents/reading-service';
import { isAtDesk } from '$lib/server/people/desk-records/acting';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { contestPlace, type ContestContent } from '$lib/server/requests/corrections/content';
import { readContests } from '$lib/server/requests/corrections/reading-service';
import { insertContest } from '$lib/server/requests/corrections/repository';
import { readOwnCheck } from '$lib/server/requests/verification/answer-service';
import { declaredRequest, type DeclaredRequest } from '$lib/server/requests/verification/declared-request';
import type { Database } from '$lib/server/schema';
import { windowOf } from './window';

/** `id` comes with the form: a second click finds the contest of the first. `documents`: ids of the household's own. */
export type NewContest = {
	readonly id: string;
	readonly requestId: string;
	readonly criterion: CriterionId;
	readonly text: string;
	readonly documents: readonly string[];
};

export type Contested =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: ContestProblem }
	| { readonly ok: false; readonly problem: 'open-already'; readonly at: Instant };

export type ContestProblem =
	| 'not-allowed'
	| 'not-found'
	| 'already-ended'
	/** The days for corrections have not begun, or are over. */
	| 'window-closed'
	| 'unknown-line'
	| 'unknown-document'
	| 'erased';

/**
 * A household contests a line of its points, with what it says and its documents, during the days for corrections. One contest
 * of a line waits at a time.
 */
export async function contestLine(
	trx: Transaction<Database>,
	input: NewContest,
	by: Actor,
	now: Instant
): Promise<Contested> {
	const declared = await declaredRequest(trx, input.requestId);
	if (!declared || declared.request.accountId !== by.id) return { ok: false, problem: 'not-found' };
	if (!allows(by, 'applicant') && !(await isAtDesk(trx, by, now))) return { ok: false, problem: 'not-allowed' };
	// A version is stored under the same lock: one that was worked out before does not leave this contest out.
	await lockNotice(trx, declared.notice.id);
	const earlier = await readContests(trx, declared.request);
	if (earlier.some(({ id }) => id === input.id)) return { ok: true };
	const problem = await whyNot(trx, declared, input, by, now);
	if (problem) return { ok: false, problem };
	const waits = earlier.find(({ criterion, decided }) => criterion === input.criterion && decided === null);
	if (waits) return { ok: false, problem: 'open-already', at: waits.at };
	return keep(trx, declared, input, by, now);
}

async function whyNot(
	trx: Transaction<Database>,
	{ request, notice }: DeclaredRequest,
	{ criterion, documents }: NewContest,
	by: Actor,
	now: Instant
): Promise<ContestProblem | null> {
	if (request.endedAt !== null) return 'already-ended';
	if ((await windowOf(trx, notice, now)) === null) return 'window-closed';
	if (!contestableLines(notice.rules).includes(criterion)) return 'unknown-line';
	const own = await documentsThatCount(trx, { accountId: by.id, members: [] }, now);
	return documents.every((id) => own.some((document) => document.id === id)) ? null : 'unknown-document';
}

async function keep(
	trx: Transaction<Database>,
	{ request, notice }: DeclaredRequest,
	{ id, criterion, text, documents }: NewContest,
	by: Actor,
	now: Instant
): Promise<Contested> {
	const key = (await openDataKeys(trx, [request.dataKeyId])).get(request.dataKeyId);
	const check = key && (await readOwnCheck(trx, request.id, by));
	if (!key || !check) return { ok: false, problem: 'erased' };
	const points = pointsOfLine(check.score.verified, criterion);
	const content: ContestContent = { criterion, points, text, documents: [...new Set(documents)] };
	const row = { id, application_id: request.id, notice_id: notice.id, account_id: by.id, at: now };
	const sealed = { content_sealed: seal(key, contestPlace(id), content) };
	const decided = { outcome: null, decision_sealed: null, decided_by: null, decided_at: null };
	if (!(await insertContest(trx, { ...row, ...sealed, ...decided }))) return { ok: false, problem: 'not-found' };
	const subject = { type: 'application', id: request.id } as const;
	record(trx, { event: 'line_contested', by, subject, detail: { contest: id }, at: now });
	return { ok: true };
}

/** What a household reads of its contests: until when it may contest, its lines, and each contest. Null for another's request. */
export async function readOwnContests(db: Kysely<Database>, requestId: string, by: Actor, now: Instant) {
	const declared = await declaredRequest(db, requestId);
	const check = declared && (await readOwnCheck(db, requestId, by));
	if (!declared || !check) return null;
	const { request, notice } = declared;
	const until = request.endedAt === null ? await windowOf(db, notice, now) : null;
	const lines = contestableLines(notice.rules).map((criterion) => ({
		criterion,
		declared: pointsOfLine(check.score.declared, criterion),
		verified: pointsOfLine(check.score.verified, criterion)
	}));
	return { request, until, lines, contests: await readContests(db, request) };
}
