import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { disagreementOf } from '../../../support/disagreement';
import { runs } from '../../../support/runs';

/** The first 500 of the seeds of `npm run prove`. The first dozen is a test of its own, which notices most mistakes at once. */
it.each([
	[1, 12],
	[13, runs(500).numRuns]
])('the plain version gives the same bytes as the engine: seeds %i to %i', (first, last) => {
	for (let seed = first; seed <= last; seed++) expect([seed, disagreementOf(seed)]).toEqual([seed, null]);
});

it('the plain version shares no code with the engine: it imports types and the hashing library only', () => {
	const folder = join(import.meta.dirname, '../../../../src/lib/domain/allocation/reference');
	const imports = readdirSync(folder).flatMap((file) => {
		const text = readFileSync(join(folder, file), 'utf8');
		return [...text.matchAll(/^(?:import|export) (?:[^;]*? from )?'([^']+)'/gm)].map(([statement, from]) => ({
			type: statement.startsWith('import type '),
			from: from!
		}));
	});
	expect(imports.length).toBeGreaterThan(10);
	const outside = imports.filter(({ type, from }) => !type && !/^(\.\/[\w-]+|@noble\/hashes\/[\w.]+)$/.test(from));
	expect(outside).toEqual([]);
	const types = imports.filter(({ type, from }) => type && from.startsWith('../')).map(({ from }) => from);
	expect([...new Set(types)].sort()).toEqual(['../round', '../round-result']);
});
