import { z } from 'zod';
import { needNames } from '$lib/domain/accessibility/needs';

/** The needs ticked in a form. The form also accepts no tick. */
export const needsForm = z.object({
	needs: z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((given) => needNames.filter((need) => [given ?? []].flat().includes(need)))
});
