import { z } from 'zod';
import { criteria } from '$lib/domain/scoring/criteria';
import { stored } from '$lib/server/platform/db/stored';
import type { WhatIfQuestion } from './question';

const change = z.discriminatedUnion('kind', [
	z.looseObject({ kind: z.literal('none') }),
	z.looseObject({
		kind: z.literal('points'),
		criterion: z.enum(criteria.map(({ id }) => id) as [string, ...string[]]),
		percent: z.number()
	}),
	z.looseObject({ kind: z.literal('share'), category: z.string(), percent: z.number() }),
	z.looseObject({ kind: z.literal('no-set-aside'), category: z.string() }),
	z.looseObject({ kind: z.literal('choices'), most: z.int() })
]);

/** The stored question of the staff. */
export const storedQuestion = stored<WhatIfQuestion>(
	'a what-if question',
	z.looseObject({ change, dropOutPercent: z.number() })
);
