import { z } from 'zod';
import { relations } from '$lib/domain/household/choices';
import type { FactKind } from '$lib/domain/household/fact-kinds';
import { facts, type Fact, type FactGroup } from '$lib/domain/household/facts';
import type { Household } from '$lib/domain/household/household';
import { stored } from '$lib/server/platform/db/stored';

const day = z.iso.date();
const place = z.enum(['municipality', 'region']);
const member = z.looseObject({ id: z.string(), relation: z.enum(relations), birthDate: day });

/** The stored form of each kind of fact; a kind without one does not compile. */
const shapes = {
	'yes-no': z.boolean(),
	happened: z.boolean(),
	day,
	since: day,
	money: z.int(),
	area: z.int(),
	whole: z.int(),
	people: z.array(member).min(1),
	spans: z.array(z.looseObject({ place, from: day, to: day })),
	disabilities: z.array(z.looseObject({ member: z.string() }))
} satisfies Record<Exclude<FactKind['kind'], 'one' | 'some'>, z.ZodType>;

function shapeOf(fact: Fact): z.ZodType {
	const { is } = fact;
	const one = is.kind === 'one' || is.kind === 'some' ? z.enum(is.choices) : shapes[is.kind];
	const value = is.kind === 'some' ? z.array(one) : one;
	if (fact.asked === 'if-used') return value.exactOptional();
	return fact.blank === null ? value.nullable() : value;
}

const group = (name: FactGroup) =>
	Object.fromEntries(Object.entries(facts[name]).map(([fact, entry]) => [fact, shapeOf(entry)]));

/**
 * The stored facts of a household. The shape follows from the catalogue of facts. A missing fact is an error, and never
 * counts as no.
 */
export const storedHousehold = stored<Household>(
	'a household',
	z.looseObject({
		...group('people'),
		...group('residence'),
		...group('property'),
		...group('income'),
		home: z.looseObject(group('home')),
		earlier: z.looseObject(group('earlier'))
	})
);
