import { z } from 'zod';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { lawfulConditions, type LawfulCondition } from '$lib/domain/matching/rented-home';
import { money } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { numberField, typedAs } from '$lib/server/platform/forms/number-field';
import { contractFields } from './rent-form';

export const dayField = (error: () => string) => z.iso.date({ error });

/** A posted value outside the closed list is ignored. */
const conditions = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((given) =>
		[given ?? []].flat().filter((id): id is LawfulCondition => lawfulConditions.some((known) => known === id))
	);

export const rentStepForm = z
	.object({
		years: contractFields.years,
		furnished: contractFields.furnished,
		rent: numberField({ ...money, least: 1 }, m.listing_error_rent),
		availableFrom: dayField(() => m.listing_error_date()),
		conditions
	})
	.transform(({ rent, ...data }) => ({ ...data, rentCents: rent }));

/** The saved values, as the form shows them. */
export function rentValues(rent: ListingAnswers['rent']): Record<string, string | string[]> {
	if (!rent) return {};
	return {
		years: String(rent.years),
		furnished: rent.furnished,
		rent: typedAs(money, rent.rentCents),
		availableFrom: rent.availableFrom,
		conditions: [...rent.conditions]
	};
}
