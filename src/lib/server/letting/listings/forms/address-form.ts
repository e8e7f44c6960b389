import { z } from 'zod';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { m } from '$lib/paraglide/messages';
import { zoneField } from './rent-form';

export const addressForm = z.object({
	street: z
		.string({ error: () => m.listing_error_street() })
		.min(3, { error: () => m.listing_error_street() })
		.max(120),
	streetNumber: z
		.string({ error: () => m.listing_error_number() })
		.min(1, { error: () => m.listing_error_number() })
		.max(12),
	unit: z
		.string()
		.max(30)
		.default('')
		.transform((text) => text || null),
	zone: zoneField
});

/** The first step, with the id the listing will have: sent twice, it is one listing. */
export const newListingForm = addressForm.extend({ listing: z.uuid() });

/** The saved values, as the form shows them. */
export const addressValues = (address: ListingAnswers['address']): Record<string, string> =>
	address ? { ...address, unit: address.unit ?? '', zone: String(address.zone) } : {};
