import { z } from 'zod';
import { measuredFacts, measuredLengths, type ListingMeasures } from '$lib/domain/matching/listing-measures';
import { centimetres } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { optionalNumber, typedAs } from '$lib/server/platform/forms/number-field';

type MeasuredLength = (typeof measuredLengths)[number];

/** Up to ten metres, in millimetres. A threshold of nought is none: the floor is level there. */
const lengthOf = (name: MeasuredLength) => centimetres(/threshold/i.test(name) ? 0 : 1, 10_000);

/** Centimetres as typed, to millimetres; empty is not measured. */
const length = (name: MeasuredLength) => optionalNumber(lengthOf(name), m.listing_error_length).default(null);

const fact = z
	.enum(['', 'yes', 'no'], { error: () => m.rent_error_choice() })
	.default('')
	.transform((answer) => (answer === '' ? null : answer === 'yes'));

const each = <Name extends string, Field>(names: readonly Name[], field: (name: Name) => Field) =>
	Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, Field>;

/** The measures of a home, as the landlord declares them and as the agency takes them. */
export const measureFields = { ...each(measuredFacts, () => fact), ...each(measuredLengths, length) };

export const accessForm = z
	.object({ survey: z.string().optional(), ...measureFields })
	.transform(({ survey, ...measures }) => ({ survey: survey !== undefined, measures }));

/** The saved values, as the form shows them. */
export function measureValues(measures: ListingMeasures | undefined): Record<string, string> {
	if (!measures) return {};
	const facts = measuredFacts.map((name) => [name, measures[name] === null ? '' : measures[name] ? 'yes' : 'no']);
	const lengths = measuredLengths.map((name) => {
		const value = measures[name];
		return [name, value === null ? '' : typedAs(lengthOf(name), value)];
	});
	return Object.fromEntries([...facts, ...lengths]) as Record<string, string>;
}
