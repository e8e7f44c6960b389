import { m } from '$lib/paraglide/messages';

/** The life of one of the 145 dwellings, as far as the public is concerned; from last to first. */
export const houseStates = [
	'keys_delivered',
	'offered',
	'restored',
	'in_works',
	'identified',
	'not_identified'
] as const;

export type HouseState = (typeof houseStates)[number];

const names: Record<HouseState, () => string> = {
	keys_delivered: m.house_keys_delivered,
	offered: m.house_offered,
	restored: m.house_restored,
	in_works: m.house_in_works,
	identified: m.house_identified,
	not_identified: m.house_not_identified
};

export const houseStateName = (state: HouseState): string => names[state]();
