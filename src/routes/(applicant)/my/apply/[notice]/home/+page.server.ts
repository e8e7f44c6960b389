import { z } from 'zod';
import { evictions, homeKinds } from '$lib/domain/household/household';
import { m } from '$lib/paraglide/messages';
import { parseForm } from '$lib/server/forms/parse-form';
import { hundredths, yesOrNo } from '../fields';
import { refused, saveStep, typed } from '../save-step';
import type { Actions } from './$types';

const home = z
	.object({
		kind: z.enum(homeKinds, { error: () => m.apply_error_choose() }),
		netArea: hundredths(m.apply_error_area),
		eviction: z.enum(evictions, { error: () => m.apply_error_choose() }),
		unhealthy: yesOrNo,
		ownsAdequateHome: yesOrNo
	})
	.transform(({ ownsAdequateHome, netArea, ...about }) => ({
		home: { ...about, netAreaDm2: about.kind === 'none' ? null : netArea },
		ownsAdequateHome
	}));

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const input = parseForm(home, posted);
		if (!input.ok) return refused(input);
		return saveStep(event, (answers) => ({ ...answers, home: input.data }), 'income', typed(posted));
	}
} satisfies Actions;
