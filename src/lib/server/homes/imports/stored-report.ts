import { z } from 'zod';
import { stored } from '$lib/server/platform/db/stored';
import type { ImportReport } from './report';

const count = z.int().min(0);

/** The report on a file, stored for a day. */
export const storedReport = stored<ImportReport>(
	'the report of an import',
	z.looseObject({
		encoding: z.string(),
		delimiter: z.string(),
		rows: count,
		problems: z.array(z.looseObject({ problem: z.string(), about: z.string() })),
		errors: z.array(z.looseObject({ row: count, column: z.string(), value: z.string(), problem: z.string() })),
		errorCount: count,
		counts: z.looseObject({
			newBuildings: count,
			changedBuildings: count,
			newDwellings: count,
			changedDwellings: count,
			unchangedDwellings: count
		})
	})
);
