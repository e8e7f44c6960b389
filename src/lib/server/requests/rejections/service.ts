import type { Kysely, Transaction } from 'kysely';
import { isPast } from '$lib/domain/calendar/deadline';
import { deadlineAfter } from '$lib/domain/calendar/terms';
import type { Instant } from '$lib/domain/calendar/instant';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { endApplication, hasLiveOffer, insertEvent } from '$lib/server/requests/applications/repository';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { SealedText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { findNotice, lockNotice } from '$lib/server/notices/notices/repository';
import { tellDecision, tellRejection } from './rejection-messages';
import {
	closeRejection,
	findOpenRejection,
	findRejectedNotice,
	findRequest,
	insertRejection,
	listRejections,
	lockRejection
} from './repository';
import { openReason, sealReason, sealSaid } from './sealed-reason';

export type Notified =
	| { ok: true; id: string }
	| { ok: false; problem: 'not-allowed' | 'unknown-request' | 'already-ended' }
	| { ok: false; problem: 'replaced'; code: string }
	| { ok: false; problem: 'open-already'; who: string; at: Instant; deadline: Instant };

/**
 * The first of two steps: the household is told which requirement fails and has the days of the notice's rules to answer
 * (docs/domain-rules.md, Score: notice of rejection). A second click of the same officer finds it sent.
 */
export async function notifyRejection(
	trx: Transaction<Database>,
	input: { readonly noticeId: string; readonly pseudonym: string; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<Notified> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	// A later version is sent under the same lock: the notice of rejection goes to the one that counts.
	await lockNotice(trx, input.noticeId);
	const request = await findRequest(trx, input.noticeId, input.pseudonym);
	if (!request) return { ok: false, problem: 'unknown-request' };
	if (request.later !== null) return { ok: false, problem: 'replaced', code: request.later };
	if (request.endedAt !== null) return { ok: false, problem: 'already-ended' };
	const open = await findOpenRejection(trx, request.id);
	if (open) {
		if (open.notifiedById === by.id && (await openReason(trx, open)) === input.reason) return { ok: true, id: open.id };
		const { notifiedBy: who, notifiedAt: at, deadline } = open;
		return { ok: false, problem: 'open-already', who, at, deadline };
	}
	const deadline = deadlineAfter(now, (await daysOf(trx, input.noticeId)).rejectionNotice);
	const id = newId();
	const reason = await sealReason(trx, { id, dataKeyId: request.dataKeyId }, input.reason);
	const sent = { id, application_id: request.id, notice_id: input.noticeId, reason, deadline };
	await insertRejection(trx, { ...sent, notified_by: by.id, notified_at: now });
	const detail = { rejection: id, deadline };
	const subject = { type: 'application', id: request.id } as const;
	record(trx, { event: 'rejection_notified', by, subject, reason, detail, at: now });
	await tellRejection(trx, 'rejection_notified', request, deadline, now);
	return { ok: true, id };
}

async function daysOf(db: Kysely<Database>, noticeId: string) {
	const notice = await findNotice(db, noticeId);
	return procedureOf(notice?.rules ?? null).value;
}

export type Decided =
	| { ok: true }
	| { ok: false; problem: 'not-allowed' | 'unknown-rejection' | 'already-ended' | 'has-offer' | 'decision-missing' }
	| { ok: false; problem: 'too-early'; deadline: Instant }
	| { ok: false; problem: 'closed-already'; who: string; at: Instant };

/**
 * The second step: after the deadline the request ends, with the reason the household was given; or, at any time, the
 * notice of rejection is dropped. A household that answered reads why its answer was not enough (L. 241/1990 art. 10-bis). The
 * ranking then moves on by a new version, which staff read before they apply it.
 */
export async function decideRejection(
	trx: Transaction<Database>,
	input: { readonly id: string; readonly outcome: 'excluded' | 'dropped'; readonly decision?: string },
	by: Actor,
	now: Instant
): Promise<Decided> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const noticeId = await findRejectedNotice(trx, input.id);
	// In the order in which sending a later version locks: the notice, then what belongs to it.
	if (noticeId) await lockNotice(trx, noticeId);
	const found = await lockRejection(trx, input.id);
	if (!found) return { ok: false, problem: 'unknown-rejection' };
	const { applicationId, closedAt, closedBy } = found;
	if (closedAt !== null && closedBy === by.id && found.outcome === input.outcome) return { ok: true };
	if (closedAt !== null) return { ok: false, problem: 'closed-already', who: found.closerName ?? '', at: closedAt };
	if (input.outcome === 'excluded' && found.answer !== null && !input.decision)
		return { ok: false, problem: 'decision-missing' };
	const reason = await sealReason(trx, found, found.reason);
	const decision = input.decision ? await sealSaid(trx, found, 'decision', input.decision) : null;
	const refused = input.outcome === 'excluded' && (await exclude(trx, { ...found, reason }, by, now));
	if (refused) return refused;
	await closeRejection(trx, input.id, { outcome: input.outcome, by: by.id, at: now, decision });
	const event = input.outcome === 'excluded' ? 'application_excluded' : 'rejection_dropped';
	const subject = { type: 'application', id: applicationId } as const;
	record(trx, { event, by, subject, reason, detail: { rejection: input.id }, at: now });
	await tellDecision(trx, input.outcome, { ...found, id: applicationId }, now);
	return { ok: true };
}

type Excluded = { readonly applicationId: string; readonly deadline: Instant; readonly reason: SealedText };

/** Ends the request after its time to answer; answers what stands in the way, null where it ended. */
async function exclude(
	trx: Transaction<Database>,
	{ applicationId, deadline, reason }: Excluded,
	by: Actor,
	now: Instant
): Promise<Extract<Decided, { ok: false }> | null> {
	if (!isPast(deadline, now)) return { ok: false, problem: 'too-early', deadline };
	if (await hasLiveOffer(trx, applicationId)) return { ok: false, problem: 'has-offer' };
	if (!(await endApplication(trx, applicationId, now))) return { ok: false, problem: 'already-ended' };
	await insertEvent(trx, { application_id: applicationId, event: 'excluded', at: now, account_id: by.id, reason });
	return null;
}

/**
 * The notices of rejection of a notice, and how many days a new one gives. A reason may tell of income, health or a home: each
 * household sees who read its own.
 */
export async function readRejections(trx: Transaction<Database>, noticeId: string, by: Actor, now: Instant) {
	const notice = await findNotice(trx, noticeId);
	if (!notice) return null;
	const found = await listRejections(trx, noticeId);
	const reasons = await Promise.all(found.map((row) => openReason(trx, row)));
	const read = found.map(({ accountId, applicationId: id }) => ({
		accountId,
		subject: { type: 'rejection' as const, id }
	}));
	await noteReadings(trx, read, by, now);
	const rows = found.map((row, index) => ({
		id: row.id,
		applicationId: row.applicationId,
		answered: row.answeredAt !== null,
		pseudonym: row.pseudonym,
		reason: reasons[index]!,
		notifiedBy: row.notifiedBy,
		notifiedAt: row.notifiedAt,
		deadline: row.deadline,
		outcome: row.outcome,
		due: row.outcome === null && isPast(row.deadline, now)
	}));
	return { title: notice.title, rows, days: procedureOf(notice.rules).value.rejectionNotice };
}

/** A notice of rejection that waits for a decision, as the household reads it. The caller has checked whose it is. */
export async function readOpenRejection(db: Kysely<Database>, applicationId: string) {
	const open = await findOpenRejection(db, applicationId);
	return open ? { reason: await openReason(db, open), deadline: open.deadline } : null;
}
