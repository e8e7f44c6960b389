import { z } from 'zod';
import { needNames } from '$lib/domain/accessibility/needs';

/** The needs ticked in a form; none is an answer of its own. */
export const needsForm = z.object({
	needs: z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((given) => needNames.filter((need) => [given ?? []].flat().includes(need)))
});
