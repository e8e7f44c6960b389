import { z } from 'zod';
import type { Household } from '$lib/domain/household/household';
import { stored } from '$lib/server/platform/db/stored';
import { shapesOfGroup } from '$lib/server/platform/db/fact-shapes';

/**
 * The stored facts of a household. The shape follows from the catalogue of facts. A missing fact is an error, and never
 * counts as no.
 */
export const storedHousehold = stored<Household>(
	'a household',
	z.looseObject({
		...shapesOfGroup('people'),
		...shapesOfGroup('residence'),
		...shapesOfGroup('property'),
		...shapesOfGroup('income'),
		home: z.looseObject(shapesOfGroup('home')),
		earlier: z.looseObject(shapesOfGroup('earlier'))
	})
);
