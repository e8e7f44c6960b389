import type { HouseState } from './house-state';
import { happened, type DwellingHistory } from './milestone';

/** A dwelling that is, or was, part of the programme. */
export type DwellingState = Exclude<HouseState, 'not_identified'> | 'withdrawn';

/**
 * The state of a dwelling, derived from what happened to it and never stored. Certified works come first: a dwelling
 * without them is not restored, so an offer for it does not make it `offered`. So restored + offered + keys delivered
 * is exactly what counts towards the target (glossary: restored dwelling).
 */
export function stateOf(history: DwellingHistory): DwellingState {
	if (happened(history, 'withdrawn')) return 'withdrawn';
	if (happened(history, 'certified')) {
		if (history.keysDelivered || happened(history, 'let_before_portal')) return 'keys_delivered';
		return history.offered ? 'offered' : 'restored';
	}
	if (happened(history, 'works_started') || happened(history, 'works_done')) return 'in_works';
	return 'identified';
}

/** Whether the dwelling counts towards the target: its works are certified and it has not left the programme. */
export function isRestored(history: DwellingHistory): boolean {
	return happened(history, 'certified') && !happened(history, 'withdrawn');
}
