import type { Feature } from '$lib/domain/accessibility/features';
import { m } from '$lib/paraglide/messages';

type YesNo =
	| 'stepFreeEntrance'
	| 'lift'
	| 'showerFloorLevel'
	| 'bathtub'
	| 'grabRails'
	| 'liftTactileButtons'
	| 'entranceLit'
	| 'contrastingEdges'
	| 'visibleDoorbell'
	| 'separateRoom';

/** The finding as a sentence without a full stop: `La porta del bagno è larga 68 cm`. */
export const measuredFact: Record<Exclude<Feature, YesNo> | 'rooms', (input: { value: string }) => string> = {
	entranceDoorMm: m.fact_entrance_door,
	flatDoorMm: m.fact_flat_door,
	innerDoorMm: m.fact_inner_door,
	bathDoorMm: m.fact_bath_door,
	kitchenDoorMm: m.fact_kitchen_door,
	bedroomDoorMm: m.fact_bedroom_door,
	thresholdMm: m.fact_threshold,
	corridorMm: m.fact_corridor,
	turningMm: m.fact_turning,
	wcSideMm: m.fact_wc_side,
	wcFrontMm: m.fact_wc_front,
	liftDoorMm: m.fact_lift_door,
	liftCabinWidthMm: m.fact_lift_cabin_width,
	liftCabinDepthMm: m.fact_lift_cabin_depth,
	liftLandingMm: m.fact_lift_landing,
	kitchenTurningMm: m.fact_kitchen_turning,
	kitchenKneeMm: m.fact_kitchen_knee,
	balconyThresholdMm: m.fact_balcony_threshold,
	balconyDepthMm: m.fact_balcony_depth,
	switchLowMm: m.fact_switch_low,
	switchHighMm: m.fact_switch_high,
	bedsideSockets: m.fact_bedside_sockets,
	lightLux: m.fact_light_lux,
	noiseDb: m.fact_noise_db,
	parkingWidthMm: m.fact_parking_width,
	parkingDistanceMm: m.fact_parking_distance,
	stopDistanceMm: m.fact_stop_distance,
	pharmacyDistanceMm: m.fact_pharmacy_distance,
	clinicDistanceMm: m.fact_clinic_distance,
	shopsDistanceMm: m.fact_shops_distance,
	dayCareDistanceMm: m.fact_day_care_distance,
	rooms: m.fact_rooms
};

/** The same for things that are either there or not. */
export const yesNoFact: Record<YesNo, { yes: () => string; no: () => string }> = {
	stepFreeEntrance: { yes: m.fact_step_free_entrance_yes, no: m.fact_step_free_entrance_no },
	lift: { yes: m.fact_lift_yes, no: m.fact_lift_no },
	showerFloorLevel: { yes: m.fact_shower_floor_level_yes, no: m.fact_shower_floor_level_no },
	bathtub: { yes: m.fact_bathtub_yes, no: m.fact_bathtub_no },
	grabRails: { yes: m.fact_grab_rails_yes, no: m.fact_grab_rails_no },
	liftTactileButtons: { yes: m.fact_lift_tactile_buttons_yes, no: m.fact_lift_tactile_buttons_no },
	entranceLit: { yes: m.fact_entrance_lit_yes, no: m.fact_entrance_lit_no },
	contrastingEdges: { yes: m.fact_contrasting_edges_yes, no: m.fact_contrasting_edges_no },
	visibleDoorbell: { yes: m.fact_visible_doorbell_yes, no: m.fact_visible_doorbell_no },
	separateRoom: { yes: m.fact_separate_room_yes, no: m.fact_separate_room_no }
};
