import { z } from 'zod';
import { relations } from '$lib/domain/household/choices';
import type { FactKind } from '$lib/domain/household/fact-kinds';
import { factNames, factOf, facts, type Fact, type FactGroup } from '$lib/domain/household/facts';

const day = z.iso.date();
const place = z.enum(['municipality', 'region']);
const disability = z.looseObject({
	member: z.string(),
	percent: z.int().nullable(),
	serious: z.boolean(),
	attendanceAllowance: z.boolean()
});

export const memberShape = z.looseObject({ id: z.string(), relation: z.enum(relations), birthDate: day });

/** The stored form of each kind of fact; a kind without one does not compile. */
const shapes = {
	'yes-no': z.boolean(),
	happened: z.boolean(),
	day,
	since: day,
	money: z.int(),
	area: z.int(),
	whole: z.int(),
	people: z.array(memberShape).min(1),
	spans: z.array(z.looseObject({ place, from: day, to: day })),
	disabilities: z.array(disability)
} satisfies Record<Exclude<FactKind['kind'], 'one' | 'some'>, z.ZodType>;

/** The stored value of a fact that was told. */
export function shapeOf(fact: Fact): z.ZodType {
	const { is } = fact;
	const one = is.kind === 'one' || is.kind === 'some' ? z.enum(is.choices) : shapes[is.kind];
	const value = is.kind === 'some' ? z.array(one) : one;
	return fact.asked === 'always' && fact.blank === null ? value.nullable() : value;
}

/** The facts of a group as a request stores them: one that is always asked has to be there. */
export const shapesOfGroup = (name: FactGroup) =>
	Object.fromEntries(
		Object.entries(facts[name]).map(([fact, entry]: [string, Fact]) => {
			return [fact, entry.asked === 'always' ? shapeOf(entry) : shapeOf(entry).exactOptional()];
		})
	);

/** Facts told so far: each of them can be absent. */
export const toldShape = z.strictObject({
	...Object.fromEntries(factNames.map((name) => [name, shapeOf(factOf[name]).exactOptional()])),
	livesInLombardy: z.boolean().exactOptional(),
	sure: z.array(z.string()).exactOptional()
});
