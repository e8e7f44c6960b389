import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { canAnswer } from '$lib/domain/offers/answer-offer';
import { stopsAcceptance } from '$lib/domain/offers/gate';
import type { HouseholdAnswer } from '$lib/domain/offers/desk-answer';
import type { Heard } from '$lib/domain/desk/heard';
import type { OfferState } from '$lib/domain/offers/offer-state';
import { decideRefusal, refusalRulesOf, type RefusalReason } from '$lib/domain/offers/refusal-rules';
import { obstaclesFor } from '$lib/server/allocation/gate/service';
import { holdAlone } from '$lib/server/platform/accounts/hold-repository';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { findTenancyOfOffer, insertTenancy, insertTenancyEvent } from '$lib/server/letting/tenancies/repository';
import { tellOffersEnded } from './offer-messages';
import { insertEvents, listEvents, release, type lockOffer } from './repository';
import { sealEvidence, sealReason } from './sealed-reason';
import { freeSlots } from './viewing-repository';

export type NotAnswered =
	| { ok: false; problem: 'unknown-offer' | 'not-allowed' | 'offer-expired' | 'other-home' | 'request-ended' }
	| { ok: false; problem: 'already-answered'; state: OfferState };

type Locked = NonNullable<Awaited<ReturnType<typeof lockOffer>>>;
/** `told`: how the office knows; null for a household that answers in the portal. */
type How = { readonly told: Heard | null; readonly by: Actor; readonly now: Instant };

/**
 * Writes the answer of a household to its offer, which is locked: the tenancy begins, or the home is free again and the
 * notice's rules say what follows. The same answer twice is one.
 */
export async function takeAnswer(
	trx: Transaction<Database>,
	offer: Locked,
	answer: HouseholdAnswer,
	how: How
): Promise<{ ok: true; tenancyId: string | null } | NotAnswered> {
	const events = await listEvents(trx, [offer.id]);
	const answerable = canAnswer({ deadline: offer.deadline, events }, how.now);
	if (answerable.ok)
		return answer.answer === 'accepted' ? accept(trx, offer, how) : refuse(trx, offer, answer.reason, how);
	const repeated = answerable.problem === 'already-answered' && answerable.state === answer.answer;
	const before = repeated && answer.answer === 'accepted' ? await findTenancyOfOffer(trx, offer.id) : undefined;
	if (repeated && (before || answer.answer === 'refused')) return { ok: true, tenancyId: before?.id ?? null };
	return answerable;
}

async function accept(trx: Transaction<Database>, offer: Locked, how: How) {
	const { id, dwellingId } = offer;
	const { by, now } = how;
	const stopped = await stoppedBy(trx, offer);
	if (stopped) return { ok: false as const, problem: stopped };
	const tenancyId = newId();
	const told = await toldColumns(trx, id, 'accepted', how);
	await insertEvents(trx, [{ id: newId(), offer_id: id, event: 'accepted', at: now, account_id: by.id, ...told }]);
	await insertTenancy(trx, { id: tenancyId, dwelling_id: dwellingId, offer_id: id, started_at: now });
	const assigned = { tenancy_id: tenancyId, event: 'assigned', at: now, account_id: by.id } as const;
	await insertTenancyEvent(trx, { id: newId(), ...assigned });
	const detail = { tenancy: tenancyId, ...toldDetail(how) };
	record(trx, { event: 'offer_accepted', by, subject: { type: 'offer', id }, detail, at: now });
	await tellOffersEnded(trx, [id], 'offer_accepted', now);
	return { ok: true as const, tenancyId };
}

/** Two acceptances of one household wait for each other here, so that it does not get two homes. */
async function stoppedBy(trx: Transaction<Database>, { accountId, noticeId, applicationId, dwellingId }: Locked) {
	if (accountId !== null) await holdAlone(trx, accountId);
	return stopsAcceptance(await obstaclesFor(trx, noticeId, { applicationId, dwellingId }));
}

async function refuse(trx: Transaction<Database>, offer: Locked, reason: RefusalReason, how: How) {
	const { id, rules } = offer;
	const { by, now } = how;
	const { justified } = decideRefusal(refusalRulesOf(rules), reason);
	const sealed = await letGo(trx, { id, event: 'refused', justified, reason }, how);
	// Not what follows either: it tells whether the reason was a justified one, such as the household's needs.
	const detail = toldDetail(how);
	record(trx, { event: 'offer_refused', by, subject: { type: 'offer', id }, reason: sealed, detail, at: now });
	await tellOffersEnded(trx, [id], 'offer_refused', now);
	return { ok: true as const, tenancyId: null };
}

type Ending = { id: string; event: 'refused' | 'withdrawn'; justified: boolean; reason: string };

/** Frees the dwelling and the times of viewing, and writes how the offer ended. Returns the reason, sealed. */
export async function letGo(trx: Transaction<Database>, { id, event, justified, reason }: Ending, how: How) {
	const { by, now } = how;
	const sealed = await sealReason(trx, id, event, reason);
	await release(trx, id, now);
	await freeSlots(trx, id, now);
	const ended = { event, justified: justified ? 1 : 0, reason: sealed, ...(await toldColumns(trx, id, event, how)) };
	await insertEvents(trx, [{ id: newId(), offer_id: id, at: now, account_id: by.id, ...ended }]);
	return sealed;
}

async function toldColumns(trx: Transaction<Database>, id: string, event: 'accepted' | Ending['event'], { told }: How) {
	if (!told) return {};
	const evidence = await sealEvidence(trx, id, event, told.evidence.trim());
	return { channel: told.channel, received_on: told.on, evidence };
}

const toldDetail = ({ told }: How): Record<string, string> =>
	told ? { channel: told.channel, received_on: told.on } : {};
