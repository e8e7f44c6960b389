/** The state of a dwelling of the programme, as the public sees it. The last state comes first. */
export const houseStates = [
	'keys_delivered',
	'offered',
	'restored',
	'declared',
	'in_works',
	'identified',
	'not_identified'
] as const;

export type HouseState = (typeof houseStates)[number];
