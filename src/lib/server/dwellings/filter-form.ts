import { z } from 'zod';
import type { DwellingFilter } from './dwelling';

const states = [
	'any_restored',
	'keys_delivered',
	'offered',
	'restored',
	'in_works',
	'identified',
	'withdrawn'
] as const;

const query = z.object({
	q: z.string().max(200).optional().catch(undefined),
	zone: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
	rooms: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
	state: z.enum(states).optional().catch(undefined),
	operation: z.string().min(1).max(60).optional().catch(undefined),
	page: z.coerce.number().int().min(1).max(1_000_000).catch(1)
});

/** The filters of a list as its address holds them: whatever is not understood is as if it were absent. */
export function readFilter(search: URLSearchParams): { filter: DwellingFilter; page: number } {
	const given = Object.fromEntries([...search].filter(([, value]) => value !== ''));
	const { page, q, ...rest } = query.parse(given);
	return { filter: { ...rest, ...(q === undefined ? {} : { text: q }) }, page };
}
