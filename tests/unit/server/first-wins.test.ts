import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('is the only code that looks for a unique violation: every other code is told by the second run of its work', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|svelte)$/.test(file));
	const looking = files.filter((file) =>
		/isUniqueViolation|23505|SQLITE_CONSTRAINT/.test(readFileSync(`src/${file}`, 'utf8'))
	);
	expect(looking).toEqual(['lib/server/platform/db/first-wins.ts']);
});
