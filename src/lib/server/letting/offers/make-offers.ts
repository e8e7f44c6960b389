import type { Transaction } from 'kysely';
import { deadlineAfter } from '$lib/domain/calendar/deadline';
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
import { listDueOffers, type DueOffer, type HeldBack } from './due-offers';
import { expireOffers } from './expire-offers';
import { mailOffersMade } from './offer-mails';
import { insertEvents, insertOffers, listHolders, release } from './repository';
import { sealReason } from './sealed-reason';
import { freeSlots } from './viewing-repository';
import { dwellingTaken, type DwellingTaken } from './who-won';

export type MakeOffers =
	| { ok: true; made: number; replaced: number }
	| {
			ok: false;
			problem: 'not-allowed' | 'unknown-round' | 'not-published' | 'not-final' | 'newer-version' | 'nothing-to-offer';
	  }
	| { ok: false; problem: 'home-left-ranking' }
	| { ok: false; problem: 'held-back'; because: HeldBack['because']; until: Instant | null }
	| DwellingTaken;

/**
 * Offers the homes of a published final round to the assigned households: all that have no offer yet, or those named. A
 * household that a newer version moved gets the new offer in place of the unanswered old one. An offer lasts the
 * notice's number of days, until the end of the last day. If two officers act at once, the database accepts one, and the
 * second run of the other finds the first one's offers.
 */
export async function makeOffers(
	trx: Transaction<Database>,
	input: { roundId: string; pseudonyms?: readonly string[] },
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
	const named = (pseudonym: string) => input.pseudonyms?.includes(pseudonym) ?? true;
	const wanted = due.filter(({ pseudonym }) => named(pseudonym));
	if (wanted.length === 0) {
		const kept = heldBack.find(({ pseudonym }) => named(pseudonym));
		if (kept) return { ok: false, problem: 'held-back', because: kept.because, until: kept.until };
		const held = input.pseudonyms && holding.find(({ pseudonym }) => named(pseudonym));
		return (held && (await dwellingTaken(trx, [held.dwellingId]))) ?? { ok: false, problem: 'nothing-to-offer' };
	}
	const replaced = wanted.filter(({ replaces }) => replaces !== null);
	for (const { replaces } of replaced) await withdrawForBetter(trx, replaces!, by, now);
	const dwellings = wanted.map(({ dwellingId }) => dwellingId);
	if ((await listHolders(trx, dwellings)).length > 0) return (await dwellingTaken(trx, dwellings))!;
	await writeOffers(trx, round, wanted, by, now);
	return { ok: true, made: wanted.length, replaced: replaced.length };
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
	await mailOffersMade(trx, ids, deadline, now);
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
}
