/** Where a dwelling of the programme stands, as far as the public is concerned; from last to first. */
export const houseStates = [
	'keys_delivered',
	'offered',
	'restored',
	'in_works',
	'identified',
	'not_identified'
] as const;

export type HouseState = (typeof houseStates)[number];
