import { z } from 'zod';
import { chanceBands } from '$lib/domain/what-if/chances';
import type { WhatIfReport } from '$lib/domain/what-if/imagine-round';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';

const count = z.int().min(0);
/** Null: too few to be shown. */
const cell = count.nullable();
const row = z.looseObject({ kind: z.string(), winners: cell, losers: cell });
const figures = z.looseObject({
	housed: count,
	withoutHome: count,
	untaken: z.array(z.string()),
	bestRanked: z.looseObject({ households: count, withoutHome: count }),
	setAside: count
});

/** The answer to a question of the staff, as it is sealed. */
export const openReport = sealedValue<WhatIfReport>(
	'a what-if report',
	z.looseObject({
		before: figures,
		after: figures,
		moves: z.looseObject({
			winners: cell,
			losers: cell,
			breakdowns: z.array(z.looseObject({ by: z.string(), rows: z.array(row) }))
		}),
		decisions: z.array(z.looseObject({ because: z.string(), before: count, after: count })),
		bands: z.array(count),
		chances: z.record(z.string(), z.array(z.literal(chanceBands)).nullable())
	})
);
