import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['migrations', 'docs/adr'])('every file of %s has a number of its own, without a gap', (folder) => {
	const numbers = readdirSync(folder).map((file) => Number(/^(\d{4})[-_]/.exec(file)?.[1]));
	expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
});
