import type { Check } from '$lib/domain/accessibility/checks';
import { m } from '$lib/paraglide/messages';

/** What was looked at, by the names of the register. */
export const checkName: Record<Check['what'], () => string> = {
	stepFreeEntrance: m.dwelling_step_free,
	entranceDoorMm: m.dwelling_entrance_door,
	lift: m.dwelling_lift,
	liftDoorMm: m.dwelling_lift_door,
	liftCabinWidthMm: m.dwelling_lift_cabin,
	liftCabinDepthMm: m.dwelling_lift_cabin,
	floor: m.dwellings_floor,
	rooms: m.dwellings_rooms_short,
	innerDoorMm: m.dwelling_inner_door,
	corridorMm: m.dwelling_corridor,
	turningMm: m.dwelling_turning,
	wcSideMm: m.dwelling_wc_side,
	wcFrontMm: m.dwelling_wc_front,
	showerFloorLevel: m.dwelling_shower,
	'needs-visit': m.apply_needs_visit
};
