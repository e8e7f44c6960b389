import { z } from 'zod';
import type { ListingAnswers, ListingEventDetail } from '$lib/domain/matching/listing';
import { lawfulConditions } from '$lib/domain/matching/rented-home';
import { kitchens } from '$lib/domain/rent/settle-elements';
import { stored } from '$lib/server/platform/db/stored';

const text = z.string().nullable();
const measures = z.record(z.string(), z.union([z.number(), z.boolean(), z.null()]));

/** The stored answers of a landlord, step by step; the forms check the values more closely. */
export const storedAnswers = stored<ListingAnswers>(
	'the answers of a listing',
	z.looseObject({
		address: z.looseObject({ street: z.string(), streetNumber: z.string(), unit: text, zone: z.int() }).exactOptional(),
		flat: z
			.looseObject({
				areaDm2: z.int(),
				netAreaDm2: z.int(),
				rooms: z.int(),
				floor: z.int(),
				cadastralCategory: text,
				energyClass: text,
				elements: z.array(z.string()),
				stoves: z.boolean(),
				kitchen: z.enum(kitchens).nullable().exactOptional()
			})
			.exactOptional(),
		access: z.looseObject({ survey: z.boolean(), measures }).exactOptional(),
		rent: z
			.looseObject({
				years: z.int(),
				furnished: z.string(),
				rentCents: z.int(),
				availableFrom: z.iso.date(),
				conditions: z.array(z.enum(lawfulConditions))
			})
			.exactOptional()
	})
);

/** The findings of an inspection, or the reason why a listing was refused. */
export const storedDetail = stored<ListingEventDetail>(
	'the detail of a listing event',
	z.looseObject({
		on: z.iso.date().exactOptional(),
		note: z.string().exactOptional(),
		netAreaDm2: z.int().exactOptional(),
		measures: measures.exactOptional(),
		reason: z.string().exactOptional()
	})
);
