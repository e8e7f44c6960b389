import type { JourneyState } from '$lib/domain/application/journey';

/** The most urgent state first: an open offer, steps to the keys, then requests that wait, then those that ended. */
const order: readonly JourneyState[] = [
	'offer-open',
	'accepted',
	'contract-signed',
	'keys-delivered',
	'offer-awaited',
	'ranking-awaited',
	'notice-open',
	'offer-refused',
	'offer-expired',
	'excluded',
	'withdrawn',
	'replaced'
];

/** The request that the page opens with. Among equals, the newest. */
export function mostUrgent<Request extends { journey: { state: JourneyState } }>(
	requests: readonly Request[]
): Request | undefined {
	const rank = (request: Request) => order.indexOf(request.journey.state);
	return requests.toSorted((a, b) => rank(a) - rank(b))[0];
}
