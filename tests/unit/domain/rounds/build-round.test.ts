import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkRound } from '$lib/domain/allocation/check-round';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import { buildRound, type OfferedDwelling } from '$lib/domain/rounds/build-round';
import { RequestCollector, type RankedApplication } from '$lib/domain/rounds/request-columns';

const dwellings: OfferedDwelling[] = ['u1', 'u2', 'u3', 'u4', 'u5'].map((id, n) => ({
	id,
	list: n % 2 === 0 ? 'municipality' : '__proto__',
	setAside: n === 4 ? ['wheelchair'] : [],
	exclusive: n === 4
}));
const known = dwellings.map(({ id }) => id);

const requests: fc.Arbitrary<RankedApplication[]> = fc.uniqueArray(
	fc.record({
		pseudonym: fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
		choices: fc.uniqueArray(fc.constantFrom(...known, 'gone', 'released'), { maxLength: 7 }),
		categories: fc.subarray(['wheelchair', 'reduced-mobility', 'indigent']),
		keys: fc.tuple(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.nat()),
		withdrawn: fc.boolean()
	}),
	{ selector: ({ pseudonym }) => pseudonym, maxLength: 12 }
);

const roundOf = (ranked: readonly RankedApplication[]) => {
	const collector = new RequestCollector(dwellings);
	for (const one of ranked) collector.add(one);
	return buildRound('n', 'c0ffee', dwellings, collector.columns());
};

it('says of every request what it said itself, but for homes that are not in the notice', () => {
	fc.assert(
		fc.property(requests, (ranked) => {
			const round = roundOf(ranked);
			expect(round.applications).toHaveLength(ranked.length);
			const rows = new Map(round.applications.map((row) => [row.id, row]));
			for (const { pseudonym, choices, categories, keys, withdrawn } of ranked) {
				const offered = choices.filter((choice) => known.includes(choice));
				const lists = new Set(offered.map((choice) => dwellings.find(({ id }) => id === choice)!.list));
				expect(rows.get(pseudonym)).toEqual({
					id: pseudonym,
					choices: offered,
					categories: categories.length > 0 ? categories : undefined,
					keys: Object.fromEntries([...lists].map((list) => [list, keys])),
					withdrawn: withdrawn || undefined
				});
			}
		})
	);
});

it('is a valid round, and the same file whatever the order of the requests', () => {
	fc.assert(
		fc.property(requests, fc.nat(), (ranked, turn) => {
			const at = turn % (ranked.length + 1);
			const round = roundOf(ranked);
			expect(checkRound(round)).toBeNull();
			expect(serializeRound(roundOf([...ranked.slice(at), ...ranked.slice(0, at)]))).toBe(serializeRound(round));
		})
	);
});
