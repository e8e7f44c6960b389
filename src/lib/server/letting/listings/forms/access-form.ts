import { z } from 'zod';
import { measuredFacts, measuredLengths, type ListingMeasures } from '$lib/domain/matching/listing-measures';
import { m } from '$lib/paraglide/messages';
import { readHundredths, writeHundredths } from '$lib/server/platform/forms/read-hundredths';

/** Centimetres as typed, to millimetres; empty is not measured. */
const length = z
	.string()
	.default('')
	.transform((text, context) => {
		if (text === '') return null;
		const hundredths = readHundredths(text);
		if (hundredths !== null && hundredths > 0 && hundredths <= 1000_00 && hundredths % 10 === 0) return hundredths / 10;
		context.addIssue({ code: 'custom', message: m.listing_error_length() });
		return z.NEVER;
	});

const fact = z
	.enum(['', 'yes', 'no'], { error: () => m.rent_error_choice() })
	.default('')
	.transform((answer) => (answer === '' ? null : answer === 'yes'));

const each = <Name extends string, Field>(names: readonly Name[], field: Field) =>
	Object.fromEntries(names.map((name) => [name, field])) as Record<Name, Field>;

/** The measures of a home, as the landlord declares them and as the agency takes them. */
export const measureFields = { ...each(measuredFacts, fact), ...each(measuredLengths, length) };

export const accessForm = z
	.object({ survey: z.string().optional(), ...measureFields })
	.transform(({ survey, ...measures }) => ({ survey: survey !== undefined, measures }));

/** The saved values, as the form shows them. */
export function measureValues(measures: ListingMeasures | undefined): Record<string, string> {
	if (!measures) return {};
	const facts = measuredFacts.map((name) => [name, measures[name] === null ? '' : measures[name] ? 'yes' : 'no']);
	const lengths = measuredLengths.map((name) => {
		const value = measures[name];
		return [name, value === null ? '' : writeHundredths(value * 10)];
	});
	return Object.fromEntries([...facts, ...lengths]) as Record<string, string>;
}
