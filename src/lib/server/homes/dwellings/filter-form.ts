import { z } from 'zod';
import { area, money, type NumberKind } from '$lib/domain/numbers/number-kinds';
import { readNumber } from '$lib/domain/numbers/read-number';
import { getLocale } from '$lib/paraglide/runtime';
import type { DwellingFilter } from './dwelling';

const states = [
	'certified',
	'demo',
	'declared',
	'keys_delivered',
	'offered',
	'restored',
	'in_works',
	'identified',
	'withdrawn'
] as const;

/** A box of a filter: ticked or not there. */
const ticked = z.literal('on').optional().catch(undefined);

const query = z.object({
	q: z.string().max(200).optional().catch(undefined),
	zone: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
	rooms: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
	state: z.enum(states).optional().catch(undefined),
	door: z.coerce.number().int().min(50).max(200).optional().catch(undefined),
	rent: z.string().max(40).optional().catch(undefined),
	area: z.string().max(40).optional().catch(undefined),
	askable: ticked,
	step_free: ticked,
	lift: ticked,
	shower: ticked,
	operation: z.string().min(1).max(60).optional().catch(undefined),
	page: z.coerce.number().int().min(1).max(1_000_000).catch(1)
});

function read(text: string | undefined, kind: NumberKind): number | undefined {
	const number = text === undefined ? null : readNumber(text, kind, getLocale());
	return number?.kind === 'number' ? number.value : undefined;
}

/** The filters of a list as its address holds them. A value that is not understood is ignored. */
export function readFilter(search: URLSearchParams): { filter: DwellingFilter; page: number } {
	const given = Object.fromEntries([...search].filter(([, value]) => value !== ''));
	const { page, q, door, step_free, lift, shower, rent, area: size, askable, ...rest } = query.parse(given);
	const [mostRentCents, leastAreaDm2] = [read(rent, money), read(size, area)];
	const access = {
		...(door !== undefined && { doorMm: door * 10 }),
		...(step_free && { stepFree: true }),
		...(lift && { lift: true }),
		...(askable && { askable: true }),
		...(mostRentCents !== undefined && { mostRentCents }),
		...(leastAreaDm2 !== undefined && { leastAreaDm2 }),
		...(shower && { floorShower: true })
	};
	return { filter: { ...rest, ...access, ...(q === undefined ? {} : { text: q }) }, page };
}
