import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { parseForm } from '$lib/server/forms/parse-form';
import { hundredths, ticked } from '../fields';
import { refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

const income = z
	.object({
		isee: hundredths(m.apply_error_money).refine((cents) => cents !== null, { error: () => m.apply_error_money() }),
		assets: hundredths(m.apply_error_money),
		earlier: ticked(['lostPublicDwelling', 'unpaidArrears', 'squatted'] as const)
	})
	.transform(({ isee, assets, earlier }) => ({
		iseeCents: isee ?? 0,
		assetsCents: assets,
		earlier: {
			lostPublicDwelling: earlier.includes('lostPublicDwelling'),
			unpaidArrears: earlier.includes('unpaidArrears'),
			squatted: earlier.includes('squatted')
		}
	}));

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const input = parseForm(income, posted);
		if (!input.ok) return refused(input);
		return saveStep(event, (answers) => ({ ...answers, income: input.data }), 'needs', typed(posted));
	}
} satisfies Actions;
