import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { mayDo } from '$lib/server/people/mandates/may-do';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { findApplication } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import { findLastRejection, findOpenRejection, lockRejection, setAnswer } from './repository';
import { openReason, openSaid, sealSaid } from './sealed-reason';

/** The longest that all answers of a household to one notice are together. */
const LONGEST = 20_000;

export type AnsweredRejection =
	| { ok: true }
	| { ok: false; problem: 'not-allowed' | 'not-found' | 'nothing-open' | 'too-long' };

/**
 * The household answers a notice of rejection, also after the deadline, until the office has decided. A later answer is added to
 * the one before; the same text sent twice is one answer.
 */
export async function answerRejection(
	trx: Transaction<Database>,
	input: { readonly requestId: string; readonly text: string },
	by: Actor,
	now: Instant
): Promise<AnsweredRejection> {
	if (!(await mayDo(trx, by, { procedure: 'request', act: 'reply' }, now)))
		return { ok: false, problem: 'not-allowed' };
	const request = await findApplication(trx, input.requestId);
	if (!request || request.accountId !== by.id) return { ok: false, problem: 'not-found' };
	const open = await findOpenRejection(trx, request.id);
	const locked = open && (await lockRejection(trx, open.id));
	if (!locked || locked.closedAt !== null) return { ok: false, problem: 'nothing-open' };
	const before = await openSaid(trx, locked, 'answer');
	if (before === input.text || before?.endsWith(`\n\n${input.text}`)) return { ok: true };
	const answer = before ? `${before}\n\n${input.text}` : input.text;
	if (answer.length > LONGEST) return { ok: false, problem: 'too-long' };
	await setAnswer(trx, locked.id, await sealSaid(trx, locked, 'answer', answer), now);
	const subject = { type: 'application', id: request.id } as const;
	record(trx, { event: 'rejection_answered', by, subject, detail: { rejection: locked.id }, at: now });
	return { ok: true };
}

type Found = NonNullable<Awaited<ReturnType<typeof findLastRejection>>>;

/** Who proposed to exclude; null where nobody did. */
const proposalOf = ({ proposedById, proposedBy, proposedAt }: Found) =>
	proposedById === null ? null : { byId: proposedById, by: proposedBy ?? '', at: proposedAt! };

async function lastOf(db: Kysely<Database>, requestId: string) {
	const found = await findLastRejection(db, requestId);
	if (!found) return null;
	return {
		id: found.id,
		reason: await openReason(db, found),
		deadline: found.deadline,
		notifiedAt: found.notifiedAt,
		notifiedBy: found.notifiedBy,
		answer: await openSaid(db, found, 'answer'),
		answeredAt: found.answeredAt,
		outcome: found.outcome,
		closedAt: found.closedAt,
		decision: await openSaid(db, found, 'decision'),
		proposed: proposalOf(found)
	};
}

/** The newest notice of rejection as its household reads it; undefined where the request is not theirs, null without one. */
export async function readOwnRejection(db: Kysely<Database>, requestId: string, by: Actor) {
	const request = await findApplication(db, requestId);
	if (!request || request.accountId !== by.id) return undefined;
	const { id, protocol } = request;
	return { request: { id, protocol }, rejection: withoutProposal(await lastOf(db, requestId)) };
}

type Last = Awaited<ReturnType<typeof lastOf>>;

/** A proposal of one person is no decision: the household reads it once a second person decided. */
function withoutProposal(last: Last) {
	if (!last) return null;
	const { proposed, ...told } = last;
	const decided = last.outcome !== null;
	return { ...told, decision: decided ? told.decision : null, byTwo: last.outcome === 'excluded' && proposed !== null };
}

/** The same for the office. */
export async function readRejectionOf(db: Kysely<Database>, requestId: string, by: Actor) {
	return allows(by, 'officer', 'manager') ? lastOf(db, requestId) : null;
}
