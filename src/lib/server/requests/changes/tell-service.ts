import type { Kysely, Transaction } from 'kysely';
import { dayOf, isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { factsAfter } from '$lib/domain/changes/after-changes';
import type { Change } from '$lib/domain/changes/change';
import { judgeChange, type ChangeProblem } from '$lib/domain/changes/judge-change';
import type { Heard } from '$lib/domain/desk/heard';
import { verifiedFacts } from '$lib/domain/verification/verified-facts';
import { lockNotice } from '$lib/server/notices/notices/repository';
import { documentsThatCount } from '$lib/server/people/documents/reading-service';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { findingsOf, readActs } from '$lib/server/requests/verification/acts';
import { declaredRequest, type DeclaredRequest } from '$lib/server/requests/verification/declared-request';
import type { Database } from '$lib/server/schema';
import { tellChange } from './change-messages';
import { changePlace, type ChangeContent } from './content';
import { readChanges } from './reading-service';
import { insertChange } from './repository';

/** `id` comes with the form: a second click finds the change of the first. `documents`: ids of the household's own. */
export type NewChange = {
	readonly id: string;
	readonly requestId: string;
	readonly change: Change;
	readonly text: string;
	readonly documents: readonly string[];
};

export type TellProblem =
	| ChangeProblem
	| 'not-allowed'
	| 'not-found'
	/** The file was not opened today. */
	| 'not-opened'
	| 'already-ended'
	/** Until the notice closes the household amends its request. */
	| 'notice-open'
	/** The office learned of it before it happened, or will learn of it. */
	| 'day'
	| 'unknown-document'
	| 'erased';

export type Told = { readonly ok: true } | { readonly ok: false; readonly problem: TellProblem };

/** A household tells what happened to it after it sent its request, with its papers. The office judges it. */
export async function tellOwnChange(
	trx: Transaction<Database>,
	input: NewChange,
	by: Actor,
	now: Instant
): Promise<Told> {
	// It is a declaration (DPR 445/2000), which is the person's own: no helper makes it in the person's place.
	if (by.helper) return { ok: false, problem: 'not-allowed' };
	const declared = await declaredRequest(trx, input.requestId);
	if (!declared || declared.request.accountId !== by.id) return { ok: false, problem: 'not-found' };
	return keep(trx, declared, { ...input, told: null }, by, now);
}

/** An officer records a change that a household told by letter, by phone or at the desk. The household is told of it. */
export async function recordChange(
	trx: Transaction<Database>,
	{ told, ...input }: NewChange & { readonly told: Heard },
	by: Actor,
	now: Instant
): Promise<Told> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const declared = await declaredRequest(trx, input.requestId);
	if (!declared) return { ok: false, problem: 'not-found' };
	if (!(await hasOpenedRequest(trx, declared.request, by, now))) return { ok: false, problem: 'not-opened' };
	if (told.on > dayOf(now) || told.on < input.change.on) return { ok: false, problem: 'day' };
	return keep(trx, declared, { ...input, told }, by, now);
}

type Kept = NewChange & { readonly told: Heard | null };

async function keep(trx: Transaction<Database>, declared: DeclaredRequest, input: Kept, by: Actor, now: Instant) {
	const { request, notice } = declared;
	// A version is stored under the same lock: one that was worked out before does not leave this change out.
	await lockNotice(trx, notice.id);
	if ((await readChanges(trx, request)).some(({ id }) => id === input.id)) return { ok: true } as const;
	const problem = await whyNot(trx, declared, input, now);
	if (problem) return { ok: false, problem } as const;
	const key = (await openDataKeys(trx, [request.dataKeyId])).get(request.dataKeyId);
	if (!key) return { ok: false, problem: 'erased' } as const;
	const { id, change, text, documents, told } = input;
	const content: ChangeContent = { change, text, evidence: told?.evidence ?? null, documents: [...new Set(documents)] };
	const row = { id, application_id: request.id, notice_id: notice.id, account_id: by.id, at: now };
	const how = { channel: told?.channel ?? null, told_on: told?.on ?? dayOf(now) };
	const undecided = { outcome: null, decision_sealed: null, decided_by: null, decided_at: null };
	const sealed = { content_sealed: seal(key, changePlace(id), content) };
	if (!(await insertChange(trx, { ...row, ...how, ...sealed, ...undecided })))
		return { ok: false, problem: 'not-found' } as const;
	const subject = { type: 'application', id: request.id } as const;
	record(trx, { event: told ? 'change_recorded' : 'change_told', by, subject, detail: { change: id }, at: now });
	if (told) await tellChange(trx, 'recorded', request, now);
	return { ok: true } as const;
}

async function whyNot(trx: Transaction<Database>, declared: DeclaredRequest, input: Kept, now: Instant) {
	const { request, notice } = declared;
	if (request.endedAt !== null) return 'already-ended';
	if (!isPast(notice.closesAt, now)) return 'notice-open';
	const fault = judgeChange(input.change, { members: await membersNow(trx, declared) }, request.submittedAt, now);
	if (fault || input.documents.length === 0) return fault;
	if (request.accountId === null) return 'unknown-document';
	const own = await documentsThatCount(trx, { accountId: request.accountId, members: [] }, now);
	return input.documents.every((id) => own.some((document) => document.id === id)) ? null : 'unknown-document';
}

/** The people of a household as it is now: as verified, after the changes that the office accepted. */
export async function membersNow(db: Kysely<Database>, { request, declared, changes }: DeclaredRequest) {
	const findings = findingsOf(await readActs(db, request));
	return factsAfter(verifiedFacts(declared, findings), changes, 'size').household.members;
}
