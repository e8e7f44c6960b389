import type { Building } from '$lib/domain/dwelling/dwelling';
import type { MilestoneEvent } from '$lib/domain/programme/milestone';
import type { DwellingState } from '$lib/domain/programme/state-of';
import { m } from '$lib/paraglide/messages';
import { houseStateName } from './house-state';

const milestones: Record<MilestoneEvent, () => string> = {
	identified: m.dwelling_event_identified,
	works_planned: m.dwelling_event_works_planned,
	works_started: m.dwelling_event_works_started,
	works_done: m.dwelling_event_works_done,
	works_suspended: m.dwelling_event_works_suspended,
	works_resumed: m.dwelling_event_works_resumed,
	declared: m.dwelling_event_declared,
	certified: m.dwelling_event_certified,
	let_before_portal: m.dwelling_event_let_before_portal,
	withdrawn: m.dwelling_event_withdrawn
};

export const milestoneName = (event: MilestoneEvent): string => milestones[event]();

export const dwellingStateName = (state: DwellingState): string =>
	state === 'withdrawn' ? m.dwelling_state_withdrawn() : houseStateName(state);

/** `via Padova 12, Milano`. Without a published address it says so. */
export function dwellingAddress(place: Pick<Building, 'street' | 'streetNumber' | 'municipality'>): string {
	const street = [place.street, place.streetNumber].filter(Boolean).join(' ');
	return `${street || m.dwelling_no_address()}, ${place.municipality}`;
}

/** `piano 2`, `piano terra`. */
export function floorName(floor: number): string {
	return floor === 0 ? m.dwelling_ground_floor() : m.dwelling_floor_n({ floor });
}
