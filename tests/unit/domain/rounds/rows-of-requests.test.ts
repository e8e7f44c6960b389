import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes } from '$lib/domain/allocation/byte-order';
import { checkRound } from '$lib/domain/allocation/check-round';
import { buildMarket } from '$lib/domain/allocation/build-market';
import { computeMarket } from '$lib/domain/allocation/compute-round';
import { asRound } from '$lib/domain/allocation/public-projection';
import { reportRound, runRound } from '$lib/domain/allocation/run-round';
import { roundText, serializeRound } from '$lib/domain/allocation/serialize-round';
import { marketOfRequests } from '$lib/domain/rounds/market-of-requests';
import { RequestCollector, type OfferedDwelling, type RankedApplication } from '$lib/domain/rounds/request-columns';
import { rowsOfRequests } from '$lib/domain/rounds/rows-of-requests';

const dwellings: OfferedDwelling[] = ['u4', 'u2', 'u1', 'u3', 'u5'].map((id, n) => ({
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
const quotas = fc.subarray([
	{ kind: 'ceiling' as const, category: 'indigent', places: 1 },
	{ kind: 'guarantee' as const, category: 'wheelchair', places: 2 }
]);

const asked = (ranked: readonly RankedApplication[], limits: Parameters<typeof rowsOfRequests>[0]['quotas'] = []) => {
	const collector = new RequestCollector(dwellings);
	for (const one of ranked) collector.add(one);
	return { notice: 'n', beacon: 'c0ffee', dwellings, requests: collector.columns(), quotas: limits };
};
const roundOf = (ranked: readonly RankedApplication[]) => asRound(rowsOfRequests(asked(ranked)));

it('repeats every request as it was, except for homes that are not in the notice', () => {
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

it('its rows are read as often as one likes, in the order of its text', () => {
	fc.assert(
		fc.property(requests, quotas, (ranked, limits) => {
			const rows = rowsOfRequests(asked(ranked, limits));
			expect([...rows.applications]).toEqual([...rows.applications]);
			expect([...roundText(rows)].join('')).toBe(serializeRound(asRound(rows)));
		})
	);
});

it('its market is that of its rows, but for where the keys lie', () => {
	fc.assert(
		fc.property(requests, quotas, (ranked, limits) => {
			const inOrder = ranked.toSorted((a, b) => compareBytes(a.pseudonym, b.pseudonym));
			const round = asked(inOrder, limits);
			const { entryKeys: _, keys: _keys, keyCount: _count, ...columns } = marketOfRequests(round);
			expect(buildMarket(asRound(rowsOfRequests(round)))).toMatchObject(columns);
		})
	);
});

it('its market gives the result of its file, whatever the order of the requests', () => {
	fc.assert(
		fc.property(requests, (ranked) => {
			const result = reportRound('n', '', computeMarket(marketOfRequests(asked(ranked.toReversed()))));
			expect(result).toEqual(runRound(roundOf(ranked), ''));
		})
	);
});
