import type { HouseState } from './house-state';
import { happened, type DwellingHistory } from './milestone';

/** A dwelling that is, or was, part of the programme. */
export type DwellingState = Exclude<HouseState, 'not_identified'> | 'withdrawn';

/**
 * The state of a dwelling, derived from what happened to it and never stored. Certified works come first: a dwelling
 * without them is not restored, so an offer for it does not make it `offered`. What a source declares comes next: it
 * tells that the home is ready, and no certificate here proves it.
 */
export function stateOf(history: DwellingHistory): DwellingState {
	if (happened(history, 'withdrawn')) return 'withdrawn';
	if (happened(history, 'certified')) {
		if (history.keysDelivered || happened(history, 'let_before_portal')) return 'keys_delivered';
		return history.offered ? 'offered' : 'restored';
	}
	if (happened(history, 'declared')) return 'declared';
	if (happened(history, 'works_started') || happened(history, 'works_done')) return 'in_works';
	return 'identified';
}

/** Whether the works of the dwelling are certified, by a real certificate or an invented one. */
export const isRestored = (history: DwellingHistory): boolean => happened(history, 'certified');

/** The proof by which a dwelling counts towards the target. The three are never added. */
export type Proof = 'certified' | 'declared' | 'demo';

/**
 * What proves that the dwelling is restored; null for nothing. It counts from its certificate's date, once, whatever
 * happens later: withdrawn, let, or back. An invented certificate proves nothing about a home that a source declares.
 */
export function proofOf(history: DwellingHistory): Proof | null {
	const certificate = history.milestones.find(({ event }) => event === 'certified');
	if (certificate && !certificate.synthetic) return 'certified';
	if (happened(history, 'declared')) return 'declared';
	return certificate ? 'demo' : null;
}
