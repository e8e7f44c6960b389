import { z } from 'zod';
import { area, count, money } from '$lib/domain/numbers/number-kinds';
import { elementIds, type ElementId } from '$lib/domain/rent/agreement';
import { readCategory } from '$lib/domain/rent/cadastral-category';
import { energyClasses } from '$lib/domain/rent/energy-class';
import { kitchens } from '$lib/domain/rent/settle-elements';
import { m } from '$lib/paraglide/messages';
import { numberField } from '$lib/server/platform/forms/number-field';

/** Ticked boxes arrive as nothing, one text or a list. */
const elements = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((given) => [given ?? []].flat().filter((id): id is ElementId => elementIds.some((known) => known === id)));

export const areaField = numberField({ ...area, least: 1 }, m.rent_error_area);

/** An empty choice is no answer. */
const choice = <Value extends string>(values: readonly [Value, ...Value[]]) =>
	z
		.union([z.enum(values), z.literal('').transform(() => null)], { error: () => m.rent_error_choice() })
		.nullable()
		.default(null);

/** The fields on elements: the kitchen, and four groups of boxes. */
export const elementFields = {
	kitchen: choice(kitchens),
	elementsA: elements,
	elementsB: elements,
	elementsC: elements,
	elementsD: elements,
	stoves: z.string().optional()
};

export const contractFields = {
	years: numberField(count(3, 99), m.rent_error_years),
	furnished: z.enum(['no', 'partly', 'fully'], { error: () => m.rent_error_choice() }).default('no'),
	energyClass: choice(energyClasses)
};

export const categoryField = z
	.string()
	.default('')
	.refine((text) => text.trim() === '' || readCategory(text) !== null, { error: () => m.rent_error_category() })
	.transform(readCategory);

export const zoneField = numberField(count(1, 5), m.rent_error_zone);

/** The elements of all four groups together. */
export const allElements = (data: Record<'elementsA' | 'elementsB' | 'elementsC' | 'elementsD', ElementId[]>) => [
	...data.elementsA,
	...data.elementsB,
	...data.elementsC,
	...data.elementsD
];

/** The public calculator: nothing personal in it, so it may stand in an address. */
export const rentForm = z
	.object({
		zone: zoneField,
		area: areaField,
		category: categoryField,
		market: numberField({ ...money, least: 1 }, m.rent_error_market)
			.or(z.literal('').transform(() => null))
			.default(null),
		...contractFields,
		...elementFields
	})
	.transform((data) => ({
		zone: data.zone,
		areaDm2: data.area,
		cadastralCategory: data.category,
		years: data.years,
		furnished: data.furnished,
		energyClass: data.energyClass,
		kitchen: data.kitchen,
		marketCents: data.market,
		elements: allElements(data),
		stoves: data.stoves !== undefined
	}));
