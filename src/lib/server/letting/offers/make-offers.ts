import type { Transaction } from 'kysely';
import type { Obstacle } from '$lib/domain/offers/gate';
import { chosenOffers, waveMark, type WaveChoice } from '$lib/domain/offers/wave';
import { deadlineAfter } from '$lib/domain/calendar/terms';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { homesGone } from '$lib/domain/rounds/without-homes';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice, lockNotice } from '$lib/server/notices/notices/repository';
import { openedRound } from '$lib/server/allocation/rounds/opened-round';
import { findRound, listPublished } from '$lib/server/allocation/rounds/repository';
import { listDueOffers, type DueOffer } from './due-offers';
import { expireOffers } from './expire-offers';
import { tellOffersEnded, tellOffersMade } from './offer-messages';
import { insertEvents, insertOffers, listHolders, release } from './repository';
import { sealReason } from './sealed-reason';
import { freeSlots } from './viewing-repository';
import { wavesOf } from './wave-repository';
import { dwellingTaken, type DwellingTaken } from './who-won';

export type MakeOffers =
	| { ok: true; made: number; replaced: number }
	| {
			ok: false;
			problem: 'not-allowed' | 'unknown-round' | 'not-published' | 'not-final' | 'newer-version' | 'nothing-to-offer';
	  }
	| { ok: false; problem: 'home-left-ranking' | 'list-changed' }
	| { ok: false; problem: 'held-back'; obstacles: readonly Obstacle[] }
	| DwellingTaken;

/**
 * Offers the homes of a published final round to the assigned households: all that have no offer yet, or those chosen. A
 * household that a newer version moved gets the new offer in place of the unanswered old one. An offer lasts the
 * notice's number of days, until the end of the last day. If two officers act at once, the database accepts one, and the
 * second run of the other finds the first one's offers.
 * @param input.mark the wave that the officer saw; another one is refused, and the same one sent twice is made once
 */
export async function makeOffers(
	trx: Transaction<Database>,
	input: WaveChoice & { roundId: string; mark?: string | undefined },
	by: Actor,
	now: Instant
): Promise<MakeOffers> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const found = await findRoundToOffer(trx, input.roundId);
	if (!found.ok) return found;
	const { round } = found;
	// A home leaves its notice under the same lock.
	await lockNotice(trx, round.noticeId);
	await expireOffers(trx, now);
	if (await gaveHomeThatLeft(trx, round)) return { ok: false, problem: 'home-left-ranking' };
	const { due, holding, heldBack } = await listDueOffers(trx, round.noticeId, round.id);
	const wanted = chosenOffers(due, input);
	if (input.mark !== undefined && waveMark(wanted) !== input.mark)
		return (await sentBefore(trx, round.id, by, input.mark)) ?? { ok: false, problem: 'list-changed' };
	if (wanted.length === 0) {
		const [kept] = chosenOffers(heldBack, input);
		if (kept) return { ok: false, problem: 'held-back', obstacles: kept.obstacles };
		const held = input.only && chosenOffers(holding, input)[0];
		return (held && (await dwellingTaken(trx, [held.dwellingId]))) || { ok: false, problem: 'nothing-to-offer' };
	}
	const replaced = wanted.filter(({ replaces }) => replaces !== null);
	for (const { replaces } of replaced) await withdrawForBetter(trx, replaces!, by, now);
	const dwellings = wanted.map(({ dwellingId }) => dwellingId);
	if ((await listHolders(trx, dwellings)).length > 0) return (await dwellingTaken(trx, dwellings))!;
	await writeOffers(trx, round, wanted, by, now);
	return { ok: true, made: wanted.length, replaced: replaced.length };
}

/** A second click: the same person made this wave a moment ago. */
async function sentBefore(trx: Transaction<Database>, roundId: string, by: Actor, mark: string) {
	const sent = (await wavesOf(trx, roundId, by.id)).find((offers) => waveMark(offers) === mark);
	return sent && { ok: true as const, made: sent.length, replaced: 0 };
}

/** The newest published round of its notice, when it is final. */
async function findRoundToOffer(trx: Transaction<Database>, id: string) {
	const round = await findRound(trx, id);
	if (!round) return { ok: false, problem: 'unknown-round' } as const;
	if (!round.publishedAt) return { ok: false, problem: 'not-published' } as const;
	const [newest] = await listPublished(trx, round.noticeId);
	if (newest?.id !== round.id) return { ok: false, problem: 'newer-version' } as const;
	return round.kind === 'final' ? ({ ok: true, round } as const) : ({ ok: false, problem: 'not-final' } as const);
}

/** A household that lost its home may get another one of this ranking: the next version says which. */
async function gaveHomeThatLeft(trx: Transaction<Database>, round: Round) {
	const opened = await openedRound(trx, round.id);
	const gone = opened ? homesGone(opened.round, await listNoticeDwellings(trx, round.noticeId)) : [];
	const given = new Set(opened?.result.assignments.map(({ dwelling }) => dwelling));
	return gone.some((home) => given.has(home));
}

type Round = { readonly id: string; readonly noticeId: string };

async function writeOffers(
	trx: Transaction<Database>,
	round: Round,
	due: readonly DueOffer[],
	by: Actor,
	now: Instant
) {
	const deadline = deadlineAfter(now, (await findNotice(trx, round.noticeId))!.offerDays);
	const rows = due.map(({ applicationId, dwellingId }) => ({
		id: newId(),
		notice_id: round.noticeId,
		round_id: round.id,
		application_id: applicationId,
		dwelling_id: dwellingId,
		made_by: by.id,
		made_at: now,
		deadline
	}));
	const ids = rows.map(({ id }) => id);
	await insertOffers(trx, rows);
	await tellOffersMade(trx, ids, deadline, now);
	const made = { event: 'made', at: now, account_id: by.id } as const;
	const events = ids.map((offer_id) => ({ id: newId(), offer_id, ...made }));
	await insertEvents(trx, events);
	for (const { id, dwelling_id: dwelling } of rows) {
		const detail = { round: round.id, dwelling, deadline };
		record(trx, { event: 'offer_made', by, subject: { type: 'offer', id }, detail, at: now });
	}
}

/** The household did nothing: a home it prefers became free, and it is offered that one instead. */
async function withdrawForBetter(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	if (!(await release(trx, id, now))) return;
	await freeSlots(trx, id, now);
	const reason = await sealReason(trx, id, 'withdrawn', 'better-offer');
	await insertEvents(trx, [
		{ id: newId(), offer_id: id, event: 'withdrawn', at: now, account_id: by.id, justified: 1, reason }
	]);
	record(trx, { event: 'offer_withdrawn', by, subject: { type: 'offer', id }, reason, at: now });
	await tellOffersEnded(trx, [id], 'offer_replaced', now);
}
