import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Round } from '$lib/domain/allocation/round';
import { runRound } from '$lib/domain/allocation/run-round';
import { publicProjection } from '$lib/domain/allocation/public-projection';

interface Instance {
	readonly id: string;
	readonly source: string;
	readonly problem: Round;
	/** Dwelling to the set of its holders in the applicant-optimal stable matching. */
	readonly expected: Readonly<Record<string, readonly string[]>>;
}

const file = new URL('../../../support/data/round-instances.json', import.meta.url);
const { instances } = JSON.parse(readFileSync(file, 'utf8')) as { instances: Instance[] };

function holders(round: Round): Record<string, string[]> {
	const held: Record<string, string[]> = {};
	for (const { application, dwelling } of runRound(round, '').assignments) (held[dwelling] ??= []).push(application);
	return held;
}

const sorted = (expected: Instance['expected']) =>
	Object.fromEntries(Object.entries(expected).map(([dwelling, ids]) => [dwelling, ids.toSorted()]));

describe('published instances with known answers', () => {
	it.each(instances)('$id ($source)', ({ problem, expected }) => {
		expect(holders(problem)).toEqual(sorted(expected));
		expect(holders(publicProjection(problem))).toEqual(sorted(expected));
		expect(runRound(problem, '').certificate).toMatchObject({ blockingPairs: 0, wasted: 0 });
	});
});
