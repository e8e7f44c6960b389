import { config } from '$lib/server/config';
import { clamd } from './clamd';
import type { Scanner } from './scanner';

/** The scanner of this portal; null where none is set. */
export const scanner = (): Scanner | null => {
	const { clamd: settings } = config();
	return settings && clamd(settings);
};
