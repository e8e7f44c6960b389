import { z } from 'zod';
import { iseeKinds } from '$lib/domain/household/household';
import { m } from '$lib/paraglide/messages';
import { anyDay, choice, hundredths, ticked, tickedOrNone } from '$lib/server/platform/forms/fields';

const misdeeds = ['lostPublicDwelling', 'unpaidArrears', 'squatted'] as const;

/** Income, assets and what happened with earlier homes. In the check a group of boxes without a tick was not answered. */
export const incomeForm = (needed: boolean) =>
	z
		.object({
			isee: hundredths(m.apply_error_money)
				.optional()
				.refine((cents) => !needed || (cents ?? null) !== null, { error: () => m.apply_error_money() }),
			iseeKind: choice(iseeKinds, false),
			iseeValidTo: anyDay.optional(),
			assets: hundredths(m.apply_error_money).optional(),
			earlier: needed ? ticked(misdeeds) : tickedOrNone(misdeeds)
		})
		.transform(({ isee, iseeKind, iseeValidTo, assets, earlier }) => ({
			iseeCents: isee ?? undefined,
			iseeKind,
			iseeValidTo: iseeValidTo ?? undefined,
			assetsCents: assets ?? undefined,
			lostPublicDwelling: earlier?.includes('lostPublicDwelling'),
			unpaidArrears: earlier?.includes('unpaidArrears'),
			squatted: earlier?.includes('squatted')
		}));
