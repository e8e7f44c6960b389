import { z } from 'zod';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { floorNumber } from '$lib/domain/dwelling/floor-words';
import { area, count } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { numberField, typedAs } from '$lib/server/platform/forms/number-field';
import { allElements, areaField, categoryField, contractFields, elementFields } from './rent-form';

export const flatForm = z
	.object({
		area: areaField,
		netArea: areaField,
		rooms: numberField(count(1, 20), m.listing_error_rooms),
		floor: z
			.string({ error: m.listing_error_floor })
			.transform(floorNumber)
			.pipe(numberField(count(-2, 60), m.listing_error_floor)),
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
		kitchen: data.kitchen,
		elements: allElements(data),
		stoves: data.stoves !== undefined
	}));

/** The saved values, as the form shows them. */
export function flatValues(flat: ListingAnswers['flat']): Record<string, string | string[]> {
	if (!flat) return {};
	const letter = (wanted: string) => flat.elements.filter((id) => id.startsWith(wanted));
	return {
		area: typedAs(area, flat.areaDm2),
		netArea: typedAs(area, flat.netAreaDm2),
		rooms: String(flat.rooms),
		floor: String(flat.floor),
		category: flat.cadastralCategory ?? '',
		kitchen: flat.kitchen ?? (flat.elements.includes('B1') ? 'eat-in-window' : ''),
		energyClass: flat.energyClass ?? '',
		elementsA: letter('A'),
		elementsB: letter('B'),
		elementsC: letter('C'),
		elementsD: letter('D'),
		...(flat.stoves ? { stoves: 'on' } : {})
	};
}
