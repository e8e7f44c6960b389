import { m } from '$lib/paraglide/messages';
import type { HouseState } from '$lib/domain/programme/house-state';

const names: Record<HouseState, () => string> = {
	keys_delivered: m.house_keys_delivered,
	offered: m.house_offered,
	restored: m.house_restored,
	declared: m.house_declared,
	in_works: m.house_in_works,
	identified: m.house_identified,
	not_identified: m.house_not_identified
};

/** The words for a state. */
export const houseStateName = (state: HouseState): string => names[state]();
