import { m } from '$lib/paraglide/messages';
import type { ConditionId } from '$lib/domain/matching/conditions';
import type { ListingStep } from '$lib/domain/matching/listing';
import type { measuredFacts, measuredLengths } from '$lib/domain/matching/listing-measures';
import type { ListingState } from '$lib/domain/matching/listing-state';

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

export const stateNames: Words<ListingState> = {
	draft: m.listing_state_draft,
	submitted: m.listing_state_submitted,
	inspected: m.listing_state_inspected,
	published: m.listing_state_published,
	refused: m.listing_state_refused,
	withdrawn: m.listing_state_withdrawn,
	held: m.listing_state_held,
	assigned: m.listing_state_assigned,
	contract_registered: m.listing_state_contract_registered,
	keys_delivered: m.listing_state_keys_delivered,
	ended: m.listing_state_ended
};

/** The next step, for the landlord. */
export const nextForLandlord: Words<ListingState> = {
	draft: m.landlord_next_draft,
	submitted: m.landlord_next_submitted,
	inspected: m.landlord_next_inspected,
	published: m.landlord_next_published,
	refused: m.landlord_next_closed,
	withdrawn: m.landlord_next_closed,
	held: m.landlord_next_held,
	assigned: m.landlord_next_held,
	contract_registered: m.landlord_next_contract_registered,
	keys_delivered: m.landlord_next_keys_delivered,
	ended: m.landlord_next_closed
};

export const stepNames: Words<ListingStep | 'check'> = {
	address: m.listing_step_address,
	flat: m.listing_step_flat,
	access: m.listing_step_access,
	rent: m.listing_step_rent,
	check: m.listing_step_check
};

export const conditionNames: Words<ConditionId> = {
	isee: m.condition_isee,
	rent: m.condition_rent,
	size: m.condition_size,
	dates: m.condition_dates,
	needs: m.condition_needs,
	'no-smoking': m.condition_no_smoking,
	'no-pets': m.condition_no_pets
};

export const outcomeNames: Words<'met' | 'not-met' | 'unknown'> = {
	met: m.condition_met,
	'not-met': m.condition_not_met,
	unknown: m.condition_unknown
};

export const measureNames: Words<(typeof measuredFacts)[number] | (typeof measuredLengths)[number]> = {
	stepFreeEntrance: m.listing_measure_step_free_entrance,
	lift: m.listing_measure_lift,
	showerFloorLevel: m.listing_measure_shower_floor_level,
	entranceDoorMm: m.listing_measure_entrance_door,
	liftDoorMm: m.listing_measure_lift_door,
	liftCabinWidthMm: m.listing_measure_lift_cabin_width,
	liftCabinDepthMm: m.listing_measure_lift_cabin_depth,
	liftLandingMm: m.feature_lift_landing,
	flatDoorMm: m.feature_flat_door,
	innerDoorMm: m.listing_measure_inner_door,
	thresholdMm: m.feature_threshold,
	corridorMm: m.listing_measure_corridor,
	turningMm: m.listing_measure_turning,
	wcSideMm: m.listing_measure_wc_side,
	wcFrontMm: m.listing_measure_wc_front
};
