import { m } from '$lib/paraglide/messages';
import { formatArea } from './format';

/** The facts that tell one home from another. Area in hundredths of m2. */
export type Home = {
	readonly street: string | null;
	readonly streetNumber: string | null;
	readonly unit?: string | null;
	readonly floor?: number | null;
	readonly netAreaDm2?: number | null;
	readonly dwellingCode: string;
};

/** `Via Hermada 2`; the code where no address was published. */
export function homeName(home: Home): string {
	const street = [home.street, home.streetNumber].filter(Boolean).join(' ');
	return street || home.dwellingCode;
}

/** `Via Hermada 2, piano 3, 58 m²`. */
export function homeLine(home: Home): string {
	const parts = [homeName(home)];
	if (typeof home.floor === 'number')
		parts.push(home.floor === 0 ? m.offer_ground_floor() : m.offer_floor({ floor: home.floor }));
	if (typeof home.netAreaDm2 === 'number') parts.push(formatArea(home.netAreaDm2));
	return parts.join(', ');
}
