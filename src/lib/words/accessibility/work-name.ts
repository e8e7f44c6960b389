import type { Work } from '$lib/domain/accessibility/works';
import { m } from '$lib/paraglide/messages';

/** A work in everyday words. */
export const workName: Record<Work, () => string> = {
	'entrance-door': m.work_entrance_door,
	'flat-door': m.work_flat_door,
	'inner-doors': m.work_inner_doors,
	thresholds: m.work_thresholds,
	'turning-space': m.work_turning_space,
	'bathroom-space': m.work_bathroom_space,
	'floor-shower': m.work_floor_shower,
	'grab-rails': m.work_grab_rails,
	kitchen: m.work_kitchen,
	controls: m.work_controls,
	balcony: m.work_balcony,
	'bedside-sockets': m.work_bedside_sockets,
	contrast: m.work_contrast,
	lighting: m.work_lighting,
	'visible-doorbell': m.work_visible_doorbell,
	windows: m.work_windows
};
