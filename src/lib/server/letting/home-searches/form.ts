import { z } from 'zod';
import { needsOf } from '$lib/domain/accessibility/needs';
import { count, money } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { dayField } from '$lib/server/letting/listings/forms/rent-step-form';
import { numberField, optionalNumber } from '$lib/server/platform/forms/number-field';

const empty = z.literal('').transform(() => null);
const ticked = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((given) => [given ?? []].flat());

export const homeSearchForm = z
	.object({
		people: numberField(count(1, 20), m.search_error_people),
		isee: numberField(money, m.search_error_isee),
		income: optionalNumber(money, m.search_error_income).default(null),
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
