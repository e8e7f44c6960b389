import { z } from 'zod';
import { stored } from '$lib/server/platform/db/stored';
import type { TenantFacts } from './home-search';

/** The stored facts of a household that looks for a home. */
export const storedFacts = stored<TenantFacts>(
	'the facts of a home search',
	z.looseObject({
		people: z.int().min(1),
		iseeCents: z.int(),
		yearlyIncomeCents: z.int().nullable(),
		neededBy: z.iso.date().nullable(),
		smokes: z.boolean(),
		hasPets: z.boolean()
	})
);
