import type { HouseGroup } from '$lib/domain/programme/count-houses';
import { link } from './link';

/** Houses with the address of their dwelling's page; one without a dwelling leads nowhere. */
export const withLinks = ({ houses, counts }: HouseGroup) => ({
	counts,
	houses: houses.map(({ number, state, code, place }) => ({
		...{ number, state, place },
		href: code === null ? undefined : link('/(public)/dwellings/[code]', { code })
	}))
});
