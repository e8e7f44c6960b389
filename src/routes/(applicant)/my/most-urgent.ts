import type { JourneyState } from '$lib/domain/application/journey';

/** What asks most of the person first: an open offer before everything, keys before what is over, an ended request last. */
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
	'withdrawn'
];

/** The request that the page opens with; among equals the newest, which comes first. */
export function mostUrgent<Request extends { journey: { state: JourneyState } }>(
	requests: readonly Request[]
): Request | undefined {
	const rank = (request: Request) => order.indexOf(request.journey.state);
	return requests.toSorted((a, b) => rank(a) - rank(b))[0];
}
