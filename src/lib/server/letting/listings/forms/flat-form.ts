import { z } from 'zod';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { m } from '$lib/paraglide/messages';
import { writeHundredths } from '$lib/server/platform/forms/read-hundredths';
import { allElements, areaField, categoryField, contractFields, elementFields } from './rent-form';

const whole = (min: number, max: number, error: () => string) =>
	z
		.string({ error })
		.regex(/^-?\d{1,3}$/, { error })
		.transform(Number)
		.pipe(z.number().min(min, { error }).max(max, { error }));

export const flatForm = z
	.object({
		area: areaField,
		netArea: areaField,
		rooms: whole(1, 20, () => m.listing_error_rooms()),
		floor: whole(-2, 60, () => m.listing_error_floor()),
		category: categoryField,
		energyClass: contractFields.energyClass,
		...elementFields
	})
	.transform((data) => ({
		areaDm2: data.area,
		netAreaDm2: data.netArea,
		rooms: data.rooms,
		floor: data.floor,
		cadastralCategory: data.category,
		energyClass: data.energyClass,
		elements: allElements(data),
		stoves: data.stoves !== undefined
	}));

/** The saved values, as the form shows them. */
export function flatValues(flat: ListingAnswers['flat']): Record<string, string | string[]> {
	if (!flat) return {};
	const letter = (wanted: string) => flat.elements.filter((id) => id.startsWith(wanted));
	return {
		area: writeHundredths(flat.areaDm2),
		netArea: writeHundredths(flat.netAreaDm2),
		rooms: String(flat.rooms),
		floor: String(flat.floor),
		category: flat.cadastralCategory ?? '',
		energyClass: flat.energyClass ?? '',
		elementsA: letter('A'),
		elementsB: letter('B'),
		elementsC: letter('C'),
		elementsD: letter('D'),
		...(flat.stoves ? { stoves: 'on' } : {})
	};
}
