import type { HouseState } from '$lib/domain/programme/house-state';
import type { PageServerLoad } from './$types';

type House = { number: number; state: HouseState; href?: string; label?: string };

/** `daysLeft` counts whole days until the closing day: 0 means that it closes today. */
type OpenNotice = {
	id: string;
	title: string;
	closesAt: string;
	daysLeft: number;
	dwellings: number;
	applications: number;
	simulation: boolean;
};

export const load: PageServerLoad = () => ({
	houses: [] as House[],
	counts: {
		keys_delivered: 0,
		offered: 0,
		restored: 0,
		in_works: 0,
		identified: 0,
		not_identified: 0
	} satisfies Record<HouseState, number>,
	restored: 0,
	keysDelivered: 0,
	target: 145,
	notices: [] as OpenNotice[]
});
