import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import { isLasting, outcomeOf, type EventOutcome, type RemovalKind } from '$lib/domain/dwelling/home-events';
import type { HomeToOffer } from '$lib/domain/dwelling/may-be-offered';
import { homesToOffer } from '$lib/server/homes/removals/repository';
import * as removals from '$lib/server/homes/removals/repository';
import * as dwellings from '$lib/server/homes/dwellings/repository';
import { newId } from '$lib/server/ids';
import { lockNotice } from '$lib/server/notices/notices/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { carryOut } from './carry-out';
import { expireOffers } from '$lib/server/letting/offers/expire-offers';
import { findPromise, isListed, type Promised } from './promise-repository';

export type RemovalProblem =
	| { readonly problem: 'not-allowed' | 'dwelling-unknown' | 'removal-unknown' | 'same-person' | 'in-listing' }
	| { readonly problem: 'date-in-future' | 'happened-already' | 'closed-already' | 'not-lasting' }
	| { readonly problem: 'contract' | 'promised'; readonly notice: string }
	| { readonly problem: 'removal-waits'; readonly who: string; readonly at: Instant };
type Refused = { readonly ok: false } & RemovalProblem;
/** `done`: the home left. Otherwise it waits for the second person. `byHand`: households that no mail reaches. */
export type Proposed = { readonly ok: true; readonly id: string; readonly done: boolean } | Refused;
export type Removed = { readonly ok: true; readonly told: number; readonly byHand: readonly string[] } | Refused;

export type ProposedRemoval = {
	readonly dwellingId: string;
	readonly kind: RemovalKind;
	readonly on: Day;
	/** Staff read it; households read the kind only. */
	readonly reason: string;
};

const refuse = <Problem extends RemovalProblem>(problem: Problem) => ({ ok: false, ...problem }) as const;

/**
 * Says that a home can no longer be given. Where the table of events asks for a second person, the removal waits, and the
 * home is offered to nobody meanwhile. A second click of the same person finds the first.
 */
export async function proposeRemoval(
	trx: Transaction<Database>,
	{ dwellingId, kind, on, reason }: ProposedRemoval,
	by: Actor,
	now: Instant
): Promise<Proposed> {
	if (!allows(by, 'officer', 'manager')) return refuse({ problem: 'not-allowed' });
	await dwellings.hold(trx, dwellingId);
	const earlier = await removals.listRemovals(trx, dwellingId);
	const same = earlier.find((one) => one.kind === kind && one.on === on && one.proposedBy === by.id && !one.endedAt);
	if (same && same.outcome !== 'dismissed') return { ok: true, id: same.id, done: same.outcome === 'confirmed' };
	const waits = earlier.find(({ outcome }) => outcome === null);
	if (waits) return refuse({ problem: 'removal-waits', who: waits.proposer, at: waits.proposedAt });
	if (on > dayOf(now)) return refuse({ problem: 'date-in-future' });
	const judged = await judge(trx, dwellingId, kind, now);
	if (!judged.ok) return judged;
	const { promise, outcome } = judged;
	const id = newId();
	const about = { id, dwelling_id: dwellingId, notice_id: promise?.noticeId ?? null, kind, happened_on: on, reason };
	const first = { persons: outcome.persons, proposed_by: by.id, proposed_at: now };
	const open = { closed_by: null, closed_at: null, outcome: null, ended_by: null, ended_at: null };
	await removals.insertRemoval(trx, { ...about, ...first, ...open });
	const subject = { type: 'dwelling', id: dwellingId } as const;
	const detail = { kind, on, ...(promise && { notice: promise.noticeId, stage: promise.stage }) };
	record(trx, { event: 'home_removal_proposed', by, subject, at: now, detail });
	if (outcome.persons === 2) return { ok: true, id, done: false };
	await removals.closeRemoval(trx, id, { outcome: 'confirmed', by: by.id, at: now });
	await carryOut(trx, { id, dwellingId, kind, on }, { promise, outcome }, by, now);
	return { ok: true, id, done: true };
}

async function findRemoval(trx: Transaction<Database>, which: { dwellingId: string; id: string }, by: Actor) {
	if (!allows(by, 'officer', 'manager')) return refuse({ problem: 'not-allowed' });
	const removal = (await removals.listRemovals(trx, which.dwellingId)).find(({ id }) => id === which.id);
	return removal ? { ok: true as const, removal } : refuse({ problem: 'removal-unknown' });
}

/** A second person confirms: the home leaves its notice, and what the table of events says follows in one transaction. */
export async function confirmRemoval(
	trx: Transaction<Database>,
	{ dwellingId, id }: { readonly dwellingId: string; readonly id: string },
	by: Actor,
	now: Instant
): Promise<Removed> {
	await dwellings.hold(trx, dwellingId);
	const found = await findRemoval(trx, { dwellingId, id }, by);
	if (!found.ok) return found;
	const { removal } = found;
	const { kind, on, closedBy } = removal;
	if (removal.outcome === 'confirmed' && closedBy === by.id) return { ok: true, told: 0, byHand: [] };
	if (removal.outcome !== null) return refuse({ problem: 'closed-already' });
	if (removal.proposedBy === by.id) return refuse({ problem: 'same-person' });
	// Meanwhile a household may have signed.
	const judged = await judge(trx, dwellingId, kind, now);
	if (!judged.ok) return judged;
	await removals.closeRemoval(trx, id, { outcome: 'confirmed', by: by.id, at: now });
	return carryOut(trx, { id, dwellingId, kind, on }, judged, by, now);
}

/** The removal was a mistake: the home stays where it is. The person who proposed it may say so too. */
export async function dismissRemoval(
	trx: Transaction<Database>,
	{ dwellingId, id }: { readonly dwellingId: string; readonly id: string },
	by: Actor,
	now: Instant
): Promise<{ readonly ok: true } | Refused> {
	const found = await findRemoval(trx, { dwellingId, id }, by);
	if (!found.ok) return found;
	const { removal } = found;
	if (!(await removals.closeRemoval(trx, id, { outcome: 'dismissed', by: by.id, at: now })))
		return removal.outcome === 'dismissed' ? { ok: true } : refuse({ problem: 'closed-already' });
	const subject = { type: 'dwelling', id: dwellingId } as const;
	record(trx, { event: 'home_kept', by, subject, at: now, detail: { kind: removal.kind } });
	return { ok: true };
}

/** The damage is repaired, or the works are done: a new notice can have the home. */
export async function endRemoval(
	trx: Transaction<Database>,
	{ dwellingId, id }: { readonly dwellingId: string; readonly id: string },
	by: Actor,
	now: Instant
): Promise<{ readonly ok: true } | Refused> {
	const found = await findRemoval(trx, { dwellingId, id }, by);
	if (!found.ok) return found;
	const { removal } = found;
	if (removal.outcome !== 'confirmed' || !isLasting(removal.kind)) return refuse({ problem: 'not-lasting' });
	if (!(await removals.endRemoval(trx, id, by.id, now))) return { ok: true };
	const subject = { type: 'dwelling', id: dwellingId } as const;
	record(trx, { event: 'home_given_again', by, subject, at: now, detail: { kind: removal.kind } });
	return { ok: true };
}

type Leaves = Extract<EventOutcome, { does: 'leaves' }>;
type Judged = { readonly ok: true; readonly promise: Promised | null; readonly outcome: Leaves } | Refused;

/** What the table of events says of this home now. The notice stays locked until the transaction ends. */
async function judge(trx: Transaction<Database>, dwellingId: string, kind: RemovalKind, now: Instant): Promise<Judged> {
	await expireOffers(trx, now);
	if (!(await dwellings.findBy(trx, { id: dwellingId }))) return refuse({ problem: 'dwelling-unknown' });
	if (await isListed(trx, dwellingId)) return refuse({ problem: 'in-listing' });
	const home = (await homesToOffer(trx, [dwellingId])).get(dwellingId)!;
	if (happenedAlready(kind, home)) return refuse({ problem: 'happened-already' });
	const seen = await findPromise(trx, dwellingId, now);
	if (seen) await lockNotice(trx, seen.noticeId);
	const promise = seen && (await findPromise(trx, dwellingId, now));
	if (kind === 'to-correct' && !promise) return refuse({ problem: 'happened-already' });
	const outcome = outcomeOf(kind, promise?.stage ?? null, home.restored);
	if (outcome.does === 'leaves') return { ok: true, promise, outcome };
	const because = outcome.does === 'refused' ? outcome.because : 'promised';
	return refuse({ problem: because, notice: promise!.code });
}

function happenedAlready(kind: RemovalKind, home: HomeToOffer): boolean {
	if (home.withdrawn) return true;
	if (kind === 'already-let') return home.alreadyLet;
	if (kind === 'damaged') return home.damaged;
	return kind === 'works-reopened' && home.worksReopened;
}
