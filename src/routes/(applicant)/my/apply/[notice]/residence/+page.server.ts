import { z } from 'zod';
import { citizenships } from '$lib/domain/household/household';
import { m } from '$lib/paraglide/messages';
import { parseForm } from '$lib/server/forms/parse-form';
import { pastDay, yesOrNo } from '../fields';
import { refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

const residence = z
	.object({
		citizenship: z.enum(citizenships, { error: () => m.apply_error_choose() }),
		regionSince: pastDay,
		municipalitySince: pastDay,
		worksInLombardy: yesOrNo
	})
	// Who lives in Milan lives in Lombardy at least as long.
	.transform((given) => ({ ...given, regionSince: given.regionSince ?? given.municipalitySince }))
	.refine(
		({ regionSince, municipalitySince }) =>
			regionSince === null || municipalitySince === null || regionSince <= municipalitySince,
		{ path: ['regionSince'], error: () => m.apply_error_region_after() }
	);

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const input = parseForm(residence, posted);
		if (!input.ok) return refused(input);
		return saveStep(event, (answers) => ({ ...answers, residence: input.data }), 'home', typed(posted));
	}
} satisfies Actions;
