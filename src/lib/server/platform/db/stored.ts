import type { z } from 'zod';

/**
 * Makes the reader of a column that holds JSON of one shape. What is stored comes back as it is, keys in their order,
 * because hashes are made of it. What does not have the shape throws: a rule or a fact that this version does not know
 * must not be left out in silence. The error names places, never values, which may be personal.
 */
export function stored<Value>(what: string, shape: z.ZodType): (text: string) => Value {
	const check = checked<Value>(what, shape);
	return (text) => check(JSON.parse(text));
}

/** The same for a value that is parsed already, such as one that was sealed. */
export function checked<Value>(what: string, shape: z.ZodType): (value: unknown) => Value {
	return (value) => {
		const read = shape.safeParse(value);
		if (read.success) return value as Value;
		const places = read.error.issues.map(({ path, code }) => `${path.map(String).join('.') || 'all of it'} (${code})`);
		throw new Error(`What is stored as ${what} cannot be read: ${places.slice(0, 5).join(', ')}.`);
	};
}
