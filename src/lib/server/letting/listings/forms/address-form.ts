import { z } from 'zod';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { m } from '$lib/paraglide/messages';
import { hasInvisibleSigns } from '$lib/server/platform/forms/invisible-signs';
import { zoneField } from './rent-form';

/** A part of an address, under the rules of the register (columns.ts). */
const line = (longest: number, least: number, missing: () => string) =>
	z
		.string({ error: missing })
		.min(least, { error: missing })
		.max(longest, { error: () => m.listing_error_long({ longest }) })
		.refine((text) => !hasInvisibleSigns(text), { error: () => m.listing_error_invisible() });

export const addressForm = z.object({
	street: line(120, 3, m.listing_error_street),
	streetNumber: line(40, 1, m.listing_error_number),
	unit: line(30, 0, m.listing_error_number)
		.default('')
		.transform((text) => text || null),
	zone: zoneField
});

/** The first step, with the id the listing will have: sent twice, it is one listing. */
export const newListingForm = addressForm.extend({ listing: z.uuid() });

/** The saved values, as the form shows them. */
export const addressValues = (address: ListingAnswers['address']): Record<string, string> =>
	address ? { ...address, unit: address.unit ?? '', zone: String(address.zone) } : {};
