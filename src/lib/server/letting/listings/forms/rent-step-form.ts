import { z } from 'zod';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { lawfulConditions, type LawfulCondition } from '$lib/domain/matching/rented-home';
import { m } from '$lib/paraglide/messages';
import { readHundredths, writeHundredths } from '$lib/server/platform/forms/read-hundredths';
import { contractFields } from './rent-form';

/** Money as typed, to cents. */
export const moneyField = (error: () => string) =>
	z.string({ error }).transform((text, context) => {
		const cents = readHundredths(text);
		if (cents !== null) return cents;
		context.addIssue({ code: 'custom', message: error() });
		return z.NEVER;
	});

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
		rent: moneyField(() => m.listing_error_rent()).refine((cents) => cents > 0, {
			error: () => m.listing_error_rent()
		}),
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
		rent: writeHundredths(rent.rentCents),
		availableFrom: rent.availableFrom,
		conditions: [...rent.conditions]
	};
}
