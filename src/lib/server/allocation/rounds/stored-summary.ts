import { z } from 'zod';
import type { RoundSummary } from '$lib/domain/rounds/round-summary';
import { stored } from '$lib/server/platform/db/stored';

const count = z.int().min(0);

/** The figures of a version, as they are stored beside its files. */
export const storedSummary = stored<RoundSummary>(
	'the summary of a round',
	z.looseObject({
		households: count,
		dwellings: count,
		assigned: count,
		signed: count,
		unassigned: count,
		vacant: count,
		setAside: z.looseObject({ dwellings: count, used: count }),
		certificate: z.looseObject({ blockingPairs: count, wasted: count, checked: count }),
		left: count,
		changes: z.looseObject({ left: count, moved: count, housed: count }).nullable()
	})
);
