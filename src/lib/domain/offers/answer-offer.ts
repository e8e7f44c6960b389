import type { Instant } from '../calendar/instant';
import { offerState, type OfferHistory, type OfferState } from './offer-state';

/** `already-answered` says which answer. */
export type Answerable =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: 'offer-expired' }
	| { readonly ok: false; readonly problem: 'already-answered'; readonly state: OfferState };

/** Whether the household may still accept or refuse: once, and until the last second of the deadline. */
export function canAnswer(offer: OfferHistory, now: Instant): Answerable {
	const state = offerState(offer, now);
	if (state === 'made') return { ok: true };
	if (state === 'expired') return { ok: false, problem: 'offer-expired' };
	return { ok: false, problem: 'already-answered', state };
}

/** Whether the agency may withdraw the offer: while it is unanswered, or accepted and not yet under contract. */
export function canWithdraw(offer: OfferHistory, contractRegistered: boolean, now: Instant): Answerable {
	const state = offerState(offer, now);
	if (state === 'made' || (state === 'accepted' && !contractRegistered)) return { ok: true };
	if (state === 'expired') return { ok: false, problem: 'offer-expired' };
	return { ok: false, problem: 'already-answered', state };
}
