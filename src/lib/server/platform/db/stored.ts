import type { z } from 'zod';

/**
 * Makes the reader of a column that holds JSON of one shape. What is stored comes back as it is, keys in their order,
 * because hashes are made of it. What does not have the shape throws: a rule or a fact that this version does not know
 * must not be left out in silence. The error names places, never values, which may be personal.
 */
export function stored<Value>(what: string, shape: z.ZodType): (text: string) => Value {
	return (text) => {
		const value: unknown = JSON.parse(text);
		const checked = shape.safeParse(value);
		if (checked.success) return value as Value;
		const places = checked.error.issues.map(
			({ path, code }) => `${path.map(String).join('.') || 'all of it'} (${code})`
		);
		throw new Error(`What is stored as ${what} cannot be read: ${places.slice(0, 5).join(', ')}.`);
	};
}
