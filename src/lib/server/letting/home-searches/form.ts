import { z } from 'zod';
import { needsOf } from '$lib/domain/accessibility/needs';
import { m } from '$lib/paraglide/messages';
import { dayField, moneyField } from '$lib/server/letting/listings/forms/rent-step-form';

const empty = z.literal('').transform(() => null);
const ticked = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((given) => [given ?? []].flat());

export const homeSearchForm = z
	.object({
		people: z
			.string({ error: () => m.search_error_people() })
			.regex(/^([1-9]|1\d|20)$/, { error: () => m.search_error_people() })
			.transform(Number),
		isee: moneyField(() => m.search_error_isee()),
		income: z.union([empty, moneyField(() => m.search_error_income())]).default(null),
		neededBy: z.union([empty, dayField(() => m.listing_error_date())]).default(null),
		habits: ticked,
		needs: ticked
	})
	.transform((data) => ({
		people: data.people,
		iseeCents: data.isee,
		yearlyIncomeCents: data.income,
		neededBy: data.neededBy,
		smokes: data.habits.includes('smokes'),
		hasPets: data.habits.includes('pets'),
		needs: needsOf(data.needs)
	}));
