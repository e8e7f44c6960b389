import { own } from '$lib/domain/own';
import { m } from '$lib/paraglide/messages';

const labels: Readonly<Record<string, () => string>> = {
	buildingCode: m.register_building_code,
	street: m.register_street,
	streetNumber: m.register_street_number,
	municipality: m.register_municipality,
	district: m.register_district,
	rentZone: m.dwellings_zone,
	floors: m.dwelling_building_floors,
	builtYear: m.dwelling_built,
	lift: m.dwelling_lift,
	stepFreeEntrance: m.dwelling_step_free,
	entranceDoorMm: m.dwelling_entrance_door,
	liftDoorMm: m.dwelling_lift_door,
	liftCabinWidthMm: m.register_cabin_width,
	liftCabinDepthMm: m.register_cabin_depth,
	code: m.register_code,
	ownerId: m.dwelling_owner,
	operationId: m.dwelling_operation,
	erp: m.register_erp,
	unit: m.register_unit,
	floor: m.dwellings_floor,
	rooms: m.dwellings_rooms_short,
	netAreaDm2: m.dwellings_size,
	cadastralAreaDm2: m.dwelling_cadastral,
	rentCents: m.dwelling_rent,
	energyClass: m.dwelling_energy,
	innerDoorMm: m.dwelling_inner_door,
	corridorMm: m.dwelling_corridor,
	turningMm: m.dwelling_turning,
	wcSideMm: m.dwelling_wc_side,
	wcFrontMm: m.dwelling_wc_front,
	showerFloorLevel: m.dwelling_shower,
	measuredOn: m.register_measured_on,
	liftLandingMm: m.feature_lift_landing,
	liftTactileButtons: m.feature_lift_tactile_buttons,
	entranceLit: m.feature_entrance_lit,
	parkingWidthMm: m.feature_parking_width,
	parkingDistanceMm: m.feature_parking_distance,
	stopDistanceMm: m.feature_stop_distance,
	pharmacyDistanceMm: m.feature_pharmacy_distance,
	clinicDistanceMm: m.feature_clinic_distance,
	shopsDistanceMm: m.feature_shops_distance,
	dayCareDistanceMm: m.feature_day_care_distance,
	flatDoorMm: m.feature_flat_door,
	bathDoorMm: m.feature_bath_door,
	kitchenDoorMm: m.feature_kitchen_door,
	bedroomDoorMm: m.feature_bedroom_door,
	thresholdMm: m.feature_threshold,
	bathtub: m.feature_bathtub,
	grabRails: m.feature_grab_rails,
	kitchenTurningMm: m.feature_kitchen_turning,
	kitchenKneeMm: m.feature_kitchen_knee,
	balconyThresholdMm: m.feature_balcony_threshold,
	balconyDepthMm: m.feature_balcony_depth,
	switchLowMm: m.feature_switch_low,
	switchHighMm: m.feature_switch_high,
	bedsideSockets: m.feature_bedside_sockets,
	contrastingEdges: m.feature_contrasting_edges,
	lightLux: m.feature_light_lux,
	visibleDoorbell: m.feature_visible_doorbell,
	noiseDb: m.feature_noise_db,
	separateRoom: m.feature_separate_room,
	route: m.feature_route,
	measuredBy: m.feature_measured_by,
	works_planned: m.dwelling_event_works_planned,
	works_started: m.dwelling_event_works_started,
	works_done: m.dwelling_event_works_done
};

/** The label of a field of the register. */
export const registerLabel = (field: string): string => own(labels, field)?.() ?? field;

/** The unit in which people write a field. */
export function registerUnit(field: string): string | undefined {
	if (field.endsWith('DistanceMm')) return 'm';
	if (field.endsWith('Mm')) return 'cm';
	if (field.endsWith('Lux')) return 'lux';
	if (field.endsWith('Db')) return 'dB';
	if (field.endsWith('Dm2')) return 'm²';
	return field.endsWith('Cents') ? '€' : undefined;
}
