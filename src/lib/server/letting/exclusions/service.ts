import type { Transaction } from 'kysely';
import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { takeBack } from '$lib/server/letting/offers/service';
import { tellOffersEnded } from '$lib/server/letting/offers/offer-messages';
import { lockNotice } from '$lib/server/notices/notices/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { findRejectedNotice, lockRejection, setProposed } from '$lib/server/requests/rejections/repository';
import { openSaid, sealSaid } from '$lib/server/requests/rejections/sealed-reason';
import { decideRejection, type Decided } from '$lib/server/requests/rejections/service';
import type { Database } from '$lib/server/schema';
import { homeAtStake, type HomeAtStake } from './home-at-stake';

/** `waits`: the household would lose a home, so another person decides. */
export type Excluded =
	| { readonly ok: true; readonly waits: boolean }
	| Extract<Decided, { ok: false }>
	| { readonly ok: false; readonly problem: 'same-person' | 'contract-registered' };

export type Exclusion = {
	readonly id: string;
	readonly outcome: 'excluded' | 'dropped';
	readonly decision?: string;
};

/**
 * Decides about a notice of rejection. Where the household would lose a home by its exclusion (`homeAtStake`), a first person
 * proposes it with the reasons and a second one, who is another, decides it: the offer then ends with the request. Dropping
 * the notice takes one person, whatever was proposed.
 */
export async function decideExclusion(
	trx: Transaction<Database>,
	input: Exclusion,
	by: Actor,
	now: Instant
): Promise<Excluded> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const noticeId = await findRejectedNotice(trx, input.id);
	if (!noticeId) return { ok: false, problem: 'unknown-rejection' };
	await lockNotice(trx, noticeId);
	const found = (await lockRejection(trx, input.id))!;
	const alone = input.outcome === 'dropped' || found.closedAt !== null || !isPast(found.deadline, now);
	const stake = alone ? null : await homeAtStake(trx, found);
	// A proposal needs its second person also where the home is gone meanwhile.
	if (alone || (stake === null && found.proposedById === null)) return once(trx, input, by, now);
	if (found.proposedById === null) return propose(trx, { ...input, found }, by, now);
	if (found.proposedById === by.id) {
		const said = await openSaid(trx, found, 'decision');
		return input.decision === said ? { ok: true, waits: true } : { ok: false, problem: 'same-person' };
	}
	const lost = stake?.kind === 'offer' ? await endOffer(trx, stake, by, now) : null;
	if (lost) return lost;
	const decision = (await openSaid(trx, found, 'decision'))!;
	return once(trx, { ...input, decision }, by, now);
}

async function once(trx: Transaction<Database>, input: Exclusion, by: Actor, now: Instant): Promise<Excluded> {
	const done = await decideRejection(trx, input, by, now);
	return done.ok ? { ok: true, waits: false } : done;
}

type Proposal = Exclusion & { readonly found: NonNullable<Awaited<ReturnType<typeof lockRejection>>> };

async function propose(trx: Transaction<Database>, { id, decision, found }: Proposal, by: Actor, now: Instant) {
	if (!decision) return { ok: false, problem: 'decision-missing' } as const;
	const sealed = await sealSaid(trx, found, 'decision', decision);
	await setProposed(trx, id, { by: by.id, at: now, decision: sealed });
	const subject = { type: 'application', id: found.applicationId } as const;
	record(trx, { event: 'exclusion_proposed', by, subject, detail: { rejection: id }, at: now });
	return { ok: true, waits: true } as const;
}

/** Ends the offer that the household loses, with the tenancy that it began; not where a contract is registered. */
async function endOffer(
	trx: Transaction<Database>,
	{ offerId }: Extract<HomeAtStake, { readonly kind: 'offer' }>,
	by: Actor,
	now: Instant
): Promise<Extract<Excluded, { ok: false }> | null> {
	const taken = await takeBack(trx, { id: offerId, reason: 'excluded', justified: false }, by, now);
	if (!taken.ok) return { ok: false, problem: 'contract-registered' };
	await tellOffersEnded(trx, [offerId], 'offer_withdrawn', now);
	return null;
}
