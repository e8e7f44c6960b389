import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';

/** The state of one request, from its events. */
export type JourneyFacts = {
	readonly submittedAt: Instant;
	readonly noticeClosesAt: Instant;
	readonly ended: { readonly how: 'replaced' | 'withdrawn' | 'excluded'; readonly at: Instant } | null;
	readonly rankingPublishedAt: Instant | null;
	/** The last offer made, if any. */
	readonly offer: {
		readonly id: string;
		readonly madeAt: Instant;
		readonly deadline: Instant;
		readonly answer: { readonly how: 'accepted' | 'refused' | 'expired' | 'withdrawn'; readonly at: Instant } | null;
	} | null;
	readonly contractAt: Instant | null;
	readonly keysAt: Instant | null;
};

export type JourneyState =
	| 'notice-open'
	| 'ranking-awaited'
	| 'offer-awaited'
	| 'offer-open'
	| 'offer-refused'
	| 'offer-expired'
	| 'accepted'
	| 'contract-signed'
	| 'keys-delivered'
	| 'replaced'
	| 'withdrawn'
	| 'excluded';

export type JourneyStep = {
	readonly id: 'submitted' | 'closed' | 'ranking' | 'offer' | 'contract' | 'keys';
	readonly state: 'done' | 'now' | 'next';
	/** When it happened; of the step that waits, until when; null when nobody knows. */
	readonly at: Instant | null;
};

export type Journey = { readonly state: JourneyState; readonly steps: readonly JourneyStep[] };

/** Where a request stands at `now` and what comes next: derived from its events, never stored. */
export function journeyOf(facts: JourneyFacts, now: Instant): Journey {
	const state = stateOf(facts, now);
	const closed = isPast(facts.noticeClosesAt, now);
	const done: Record<JourneyStep['id'], Instant | null> = {
		submitted: facts.submittedAt,
		closed: closed ? facts.noticeClosesAt : null,
		ranking: facts.rankingPublishedAt,
		offer: facts.offer?.answer?.how === 'accepted' ? facts.offer.answer.at : null,
		contract: facts.contractAt,
		keys: facts.keysAt
	};
	const waits: Partial<Record<JourneyStep['id'], Instant>> = { closed: facts.noticeClosesAt };
	if (state === 'offer-open') waits.offer = facts.offer!.deadline;
	const ids = ['submitted', 'closed', 'ranking', 'offer', 'contract', 'keys'] as const;
	const current = facts.ended ? undefined : ids.find((id) => done[id] === null);
	const steps = ids.map((id): JourneyStep => {
		if (done[id] !== null) return { id, state: 'done', at: done[id] };
		return id === current ? { id, state: 'now', at: waits[id] ?? null } : { id, state: 'next', at: null };
	});
	return { state, steps };
}

function stateOf({ ended, keysAt, contractAt, offer, rankingPublishedAt, noticeClosesAt }: JourneyFacts, now: Instant) {
	if (keysAt !== null) return 'keys-delivered';
	if (contractAt !== null) return 'contract-signed';
	if (ended) return ended.how;
	if (offer?.answer?.how === 'accepted') return 'accepted';
	if (offer && offer.answer === null) return isPast(offer.deadline, now) ? 'offer-expired' : 'offer-open';
	if (offer?.answer?.how === 'refused') return 'offer-refused';
	if (offer?.answer?.how === 'expired') return 'offer-expired';
	if (rankingPublishedAt !== null) return 'offer-awaited';
	return isPast(noticeClosesAt, now) ? 'ranking-awaited' : 'notice-open';
}
