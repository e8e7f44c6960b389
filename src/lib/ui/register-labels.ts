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
	works_planned: m.dwelling_event_works_planned,
	works_started: m.dwelling_event_works_started,
	works_done: m.dwelling_event_works_done
};

/** What a person reads for a field of the register. */
export const registerLabel = (field: string): string => labels[field]?.() ?? field;

/** The unit a field is written in. */
export function registerUnit(field: string): string | undefined {
	if (field.endsWith('Mm')) return 'cm';
	if (field.endsWith('Dm2')) return 'm²';
	return field.endsWith('Cents') ? '€' : undefined;
}
