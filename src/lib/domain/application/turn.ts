import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import { journeyOf, type JourneyFacts, type JourneyState } from './journey';

/** Where a request stands for the office: its journey, or a notice of rejection that is open or that may be decided. */
export type RequestState = JourneyState | 'rejection-open' | 'rejection-due';

/** Whose turn it is. `until`: the last moment of that turn, where a law, a notice or an offer sets one. */
export type Turn = {
	readonly state: RequestState;
	readonly who: 'household' | 'office' | 'nobody';
	readonly until: Instant | null;
};

const whoActs: Readonly<Record<RequestState, Turn['who']>> = {
	'notice-open': 'nobody',
	'ranking-awaited': 'office',
	'offer-awaited': 'nobody',
	'offer-open': 'household',
	'offer-refused': 'office',
	'offer-expired': 'office',
	accepted: 'office',
	'contract-signed': 'office',
	'keys-delivered': 'nobody',
	replaced: 'nobody',
	withdrawn: 'nobody',
	excluded: 'nobody',
	'rejection-open': 'household',
	'rejection-due': 'office'
};

/**
 * The side that has to act on a request at `now`, and its deadline. `rejectionUntil` is the last day to answer the open notice
 * of rejection, or null where the request has none. The notice of rejection comes first, because nothing is offered until it is decided.
 */
export function turnOf(facts: JourneyFacts, rejectionUntil: Instant | null, now: Instant): Turn {
	const { state } = journeyOf(facts, now);
	if (rejectionUntil !== null && facts.ended === null) {
		const rejection = isPast(rejectionUntil, now) ? 'rejection-due' : 'rejection-open';
		return { state: rejection, who: whoActs[rejection], until: rejectionUntil };
	}
	return { state, who: whoActs[state], until: untilOf(state, facts) };
}

function untilOf(state: JourneyState, facts: JourneyFacts): Instant | null {
	if (state === 'notice-open') return facts.noticeClosesAt;
	return state === 'offer-open' ? facts.offer!.deadline : null;
}
