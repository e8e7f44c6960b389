import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['migrations', 'docs/adr'])('every file of %s has a number of its own', (folder) => {
	const numbers = readdirSync(folder).map((file) => Number(/^(\d{4})[-_]/.exec(file)?.[1]));
	expect(numbers.every((number) => number > 0)).toBe(true);
	expect(new Set(numbers).size).toBe(numbers.length);
});
