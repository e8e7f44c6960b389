import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { measureFields } from './access-form';
import { areaField } from './rent-form';
import { dayField } from './rent-step-form';

export const inspectionForm = z
	.object({
		on: dayField(() => m.listing_error_date()),
		note: z
			.string({ error: () => m.listing_error_note() })
			.min(3, { error: () => m.listing_error_note() })
			.max(2000),
		netArea: areaField,
		...measureFields
	})
	.transform(({ on, note, netArea, ...measures }) => ({ on, note, netAreaDm2: netArea, measures }));

export const reasonForm = z.object({
	reason: z
		.string({ error: () => m.listing_error_reason() })
		.min(5, { error: () => m.listing_error_reason() })
		.max(1000)
});

export const releaseForm = reasonForm.extend({ proposal: z.uuid() });

export const proposeForm = z.object({ request: z.uuid() });

export const contractForm = z.object({
	proposal: z.uuid(),
	contractOn: dayField(() => m.listing_error_date()),
	document: z
		.string({ error: () => m.listing_error_document() })
		.min(3, { error: () => m.listing_error_document() })
		.max(60)
});

export const keysForm = z.object({ proposal: z.uuid(), keysOn: dayField(() => m.listing_error_date()) });
