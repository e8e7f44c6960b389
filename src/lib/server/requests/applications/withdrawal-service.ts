import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { findNotice, lockNotice } from '$lib/server/notices/notices/repository';
import { mayDo, type OwnAct } from '$lib/server/people/mandates/may-do';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { tellWithdrawn } from './confirmation';
import { findClosing, findSealed } from './receipts-repository';
import { endApplication, findApplication, hasLiveOffer, insertEvent } from './repository';

/** The withdrawal of a request as an act that needs the person's own yes. */
export const withdrawalOf = (id: string): OwnAct => ({ procedure: 'request', act: 'withdraw', subjectId: id });

export type WithdrawProblem = 'not-allowed' | 'not-found' | 'already-ended' | 'has-offer';

/** An applicant withdraws a request. While an offer is open, the applicant answers the offer first. */
export async function withdrawApplication(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: WithdrawProblem }> {
	if (!(await mayDo(trx, by, withdrawalOf(id), now))) return { ok: false, problem: 'not-allowed' };
	const application = await findApplication(trx, id);
	if (!application || application.accountId !== by.id) return { ok: false, problem: 'not-found' };
	if (await hasLiveOffer(trx, id)) return { ok: false, problem: 'has-offer' };
	await lockNotice(trx, application.noticeId);
	const at = await notBeforeSealing(trx, application.noticeId, now);
	if (!(await endApplication(trx, id, at))) return { ok: false, problem: 'already-ended' };
	await insertEvent(trx, { application_id: id, event: 'withdrawn', at, account_id: by.id });
	record(trx, { event: 'application_withdrawn', by, subject: { type: 'application', id }, at });
	await tellWithdrawn(trx, (await findNotice(trx, application.noticeId))!, application, by, now);
	return { ok: true };
}

/** `now`, or the moment after the closing where the receipts were sealed meanwhile: they say that the request was live. */
async function notBeforeSealing(trx: Transaction<Database>, noticeId: string, now: Instant): Promise<Instant> {
	const closesAt = (await findSealed(trx, noticeId)) && (await findClosing(trx, noticeId));
	if (!closesAt || now > closesAt) return now;
	return new Date(Date.parse(closesAt) + 1).toISOString();
}
