import type { Kysely, Transaction } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import { answersOfRequest } from '$lib/domain/application/answers-of-request';
import type { Answers } from '$lib/domain/application/answers';
import type { Instant } from '$lib/domain/calendar/instant';
import { dayOf } from '$lib/domain/calendar/deadline';
import { noticePhase } from '$lib/domain/notice/phase';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import { mayDo } from '$lib/server/people/mandates/may-do';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { findDraft } from './draft-repository';
import { begin } from './draft-service';
import { copyHouseholdNames } from './household-names';
import { healthOf } from './reading-service';
import { findApplication, findLive, type Application } from './repository';

export type AmendProblem = 'not-allowed' | 'not-found' | 'already-ended' | 'amending-closed';

/**
 * Begins a draft with the answers of a request that counts, while its notice is open. The request goes on counting until
 * the draft is sent (adr 38). A draft that was begun before stays as it is, so that a second click changes nothing.
 */
export async function beginAmendment(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true; noticeId: string } | { ok: false; problem: AmendProblem }> {
	if (!(await mayDo(trx, by, { procedure: 'request', act: 'write' }, now)))
		return { ok: false, problem: 'not-allowed' };
	const sent = await findApplication(trx, id);
	if (!sent || sent.accountId !== by.id) return { ok: false, problem: 'not-found' };
	const { noticeId } = sent;
	if (sent.endedAt !== null) return { ok: false, problem: 'already-ended' };
	const notice = (await findNotice(trx, noticeId))!;
	if (noticePhase(notice, now) !== 'open') return { ok: false, problem: 'amending-closed' };
	if (await findDraft(trx, noticeId, by.id)) return { ok: true, noticeId };
	const here = new Set((await listNoticeDwellings(trx, noticeId)).map((dwelling) => dwelling.id));
	const all = await sentAnswers(trx, sent, notice.rules);
	// A home that left the notice since cannot be asked for any more.
	const answers = { ...all, choices: sent.choices.filter((choice) => here.has(choice)) };
	const draftId = await begin(trx, { noticeId, answers }, by, now);
	await copyHouseholdNames(trx, { from: id, to: draftId }, by, now);
	return { ok: true, noticeId };
}

/**
 * What the request that counts says under a notice, to be compared with the draft that amends it; null where there is none.
 * `score`: as it counts, on the day of its sending. Null without its health, which was erased.
 */
export async function readLiveAnswers(db: Kysely<Database>, noticeId: string, by: Actor) {
	const live = await findLive(db, noticeId, by.id);
	const sent = live && (await findApplication(db, live.id));
	if (!sent) return null;
	const { rules } = (await findNotice(db, noticeId))!;
	const stored = await healthOf(db, sent);
	const health = stored && readHealth(stored);
	const score = health && scoreHousehold(sent.household, health, rules, dayOf(sent.submittedAt));
	return { id: sent.id, protocol: sent.protocol, answers: await sentAnswers(db, sent, rules), score };
}

/** The answers of a request as the pages of the form hold them. */
export async function sentAnswers(db: Kysely<Database>, sent: Application, rules: RuleSet): Promise<Answers> {
	const stored = await healthOf(db, sent);
	return answersOfRequest(sent.household, stored && readHealth(stored), sent.choices, rules);
}
