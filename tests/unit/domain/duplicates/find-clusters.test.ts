import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClusters } from '$lib/domain/duplicates/find-clusters';
import { toldPeople, type Telling } from '../../../support/builders/told-people';

const clusters = (...tellings: Telling[]) => findClusters(toldPeople(tellings));
const persons = (...tellings: Telling[]) => clusters(...tellings).map((one) => one.persons);
const kinds = (...tellings: Telling[]) => [
	...new Set(clusters(...tellings).flatMap(({ evidence }) => evidence.flatMap((one) => Object.keys(one))))
];

const mario = { letters: 'mario rossi', sound: 'mr rs', born: '1980-05-01' };

describe('two people may be one', () => {
	it('by the same code, whatever else they tell', () => {
		const found = clusters({ by: 'a', code: 'X' }, { by: 'b', code: 'Y' }, { by: 'c', code: 'X', ...mario });
		expect(found).toEqual([{ kind: 'people', persons: [0, 2], evidence: [{ code: [1] }, { code: [1] }] }]);
	});

	it('by a code that differs by the letters of an omocode, and this is said', () => {
		const [found] = clusters({ by: 'a', code: 'X1', base: 'X' }, { by: 'b', code: 'XL', base: 'X' });
		expect(found?.evidence).toEqual([{ omocode: [1] }, { omocode: [1] }]);
	});

	it('by the same names and birth date', () => {
		expect(kinds({ by: 'a', ...mario }, { by: 'b', ...mario })).toEqual(['names']);
		expect(persons({ by: 'a', ...mario }, { by: 'b', ...mario, born: '1980-05-02' })).toEqual([]);
	});

	it('by another spelling and the same birth date', () => {
		expect(kinds({ by: 'a', ...mario }, { by: 'b', ...mario, letters: 'maryo rossi' })).toEqual(['sound']);
	});

	it('by the birth date, when they live with the same person', () => {
		const father = { born: '1980-05-01' };
		const child = { code: 'CHILD', born: '2015-01-01' };
		const found = clusters(
			{ by: 'a', ...father },
			{ by: 'a', ...child },
			{ by: 'b', ...father },
			{ by: 'b', ...child }
		);
		expect(found.map((one) => one.persons)).toEqual([
			[0, 2],
			[1, 3]
		]);
		expect(found[0]?.evidence).toEqual([{ members: [1] }, { members: [1] }]);
	});

	it('not by the birth date of twins, who live with the same person', () => {
		const twin = { born: '1980-05-01' };
		const child = { code: 'CHILD', born: '2015-01-01' };
		const household = (by: string) => [
			{ by, ...twin },
			{ by, ...twin },
			{ by, ...child }
		];
		expect(persons(...household('a'), ...household('b'))).toEqual([[2, 5]]);
	});

	it('by a number, apart from what links them otherwise', () => {
		const found = clusters(
			{ by: 'a', phone: '1' },
			{ by: 'b', phone: '1' },
			{ by: 'c', phone: '2', code: 'X' },
			{ by: 'd', phone: '2', code: 'X' }
		);
		expect(found.map(({ kind, persons: all }) => [kind, all])).toEqual([
			['phone', [0, 1]],
			['people', [2, 3]]
		]);
		expect(found[1]?.evidence[0]).toEqual({ code: [1], phone: [2] });
	});
});

describe('nobody is linked', () => {
	it('by what both did not tell', () => {
		const all = fc.record({
			by: fc.constantFrom('a', 'b', 'c', 'd'),
			request: fc.constantFrom('1', '2', '3'),
			born: fc.constantFrom('x', 'y')
		});
		fc.assert(
			fc.property(fc.array(all, { maxLength: 12 }), (tellings) => {
				expect(persons(...tellings)).toEqual([]);
			})
		);
	});

	it('by what one account repeats', () => {
		expect(
			persons({ by: 'a', request: '1', code: 'X', ...mario }, { by: 'a', request: '2', code: 'X', ...mario })
		).toEqual([]);
	});

	it('by a request that has ended', () => {
		expect(persons({ by: 'a', code: 'X' }, { by: 'b', code: 'X', ended: true })).toEqual([]);
	});
});

describe('what one account told more than once', () => {
	it('is one entry: its later request says the code', () => {
		const found = clusters(
			{ by: 'a', request: '1', ...mario },
			{ by: 'a', request: '2', ...mario, code: 'X' },
			{ by: 'b', code: 'X' }
		);
		expect(found.map((one) => one.persons)).toEqual([[0, 1, 2]]);
		expect(found[0]?.evidence[0]).toEqual({ account: [1] });
	});

	it('is one person with a place in each request', () => {
		const found = persons(
			{ by: 'a', request: '1', ...mario },
			{ by: 'a', request: '2', again: 0, ...mario },
			{ by: 'b', ...mario }
		);
		expect(found).toEqual([[0, 1]]);
	});

	it('keeps two people of one request apart', () => {
		const found = persons({ by: 'a', born: 'x' }, { by: 'a', born: 'x', code: 'X' }, { by: 'b', code: 'X' });
		expect(found).toEqual([[1, 2]]);
	});
});

describe('a decision', () => {
	const three = [
		{ by: 'a', code: 'X' },
		{ by: 'b', code: 'X' },
		{ by: 'c', code: 'X' }
	];
	const open = (...decided: Parameters<typeof toldPeople>[1] & object) =>
		findClusters(toldPeople(three, decided)).length;

	it('about all of them settles a cluster', () => {
		expect(open({ outcome: 'same', persons: [0, 1, 2] })).toBe(0);
		expect(open({ outcome: 'apart', persons: [0, 1, 2] })).toBe(0);
	});

	it('about some of them leaves it open, until all is said', () => {
		expect(open({ outcome: 'same', persons: [0, 1] })).toBe(1);
		expect(open({ outcome: 'same', persons: [0, 1] }, { outcome: 'apart', persons: [1, 2] })).toBe(0);
		expect(open({ outcome: 'apart', persons: [0, 1] }, { outcome: 'apart', persons: [1, 2] })).toBe(1);
		expect(
			open(
				{ outcome: 'apart', persons: [0, 1] },
				{ outcome: 'apart', persons: [1, 2] },
				{ outcome: 'apart', persons: [0, 2] }
			)
		).toBe(0);
	});

	it('counts for a later telling of the same account', () => {
		const amended = [
			{ by: 'a', request: '1', code: 'X', ended: true },
			{ by: 'b', code: 'X' },
			{ by: 'a', request: '2', code: 'X' }
		];
		expect(findClusters(toldPeople(amended, [{ outcome: 'apart', persons: [0, 1] }]))).toEqual([]);
	});
});

describe('many', () => {
	it('equal keys of each kind are one cluster, and nothing of it is kept for each two', () => {
		const tellings = Array.from({ length: 5_000 }, (_, n) => ({ by: `${n}`, code: 'X', ...mario, phone: '1' }));
		const [found, ...others] = clusters(...tellings);
		expect(others).toEqual([]);
		expect(found?.persons).toHaveLength(5_000);
		const told = found?.evidence.reduce((sum, one) => sum + Object.values(one).flat().length, 0);
		expect(told).toBe(3 * 5_000);
		expect(findClusters(toldPeople(tellings, [{ outcome: 'apart', persons: found!.persons }]))).toEqual([]);
	});

	it('are found as by comparing each two', () => {
		const some = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: undefined });
		const name = some('l1 s1', 'l2 s1', 'l3 s2').map((told) => {
			const [letters, sound] = told?.split(' ') ?? [];
			return { letters, sound };
		});
		const people = fc
			.record({
				by: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
				request: fc.nat(1_000_000).map(String),
				code: some('X', 'Y', 'Z'),
				name,
				born: fc.constantFrom('d1', 'd2', 'd3')
			})
			.map(({ name: told, ...others }) => ({ ...others, ...told }));
		fc.assert(
			fc.property(fc.uniqueArray(people, { maxLength: 14, selector: ({ request }) => request }), (tellings) => {
				const found = clusters(...tellings).filter(({ kind }) => kind === 'people');
				expect(found.map((one) => one.persons)).toEqual(byPairs(tellings));
			}),
			{ numRuns: 2_000 }
		);
	});
});

/** The same by comparing each two until nothing changes; each request has one person, so nobody shares a member. */
function byPairs(tellings: readonly Telling[]): number[][] {
	const sets = tellings.map((_, n) => n);
	const same = (a: unknown, b: unknown) => a !== undefined && a === b;
	const linked = (a: Telling, b: Telling) =>
		same(a.code, b.code) ||
		(a.born === b.born && (a.by === b.by || same(a.letters, b.letters) || same(a.sound, b.sound)));
	for (let again = true; again;) {
		again = false;
		tellings.forEach((a, i) =>
			tellings.forEach((b, j) => {
				if (sets[i] === sets[j] || !linked(a, b)) return;
				sets[i] = sets[j] = Math.min(sets[i]!, sets[j]!);
				again = true;
			})
		);
	}
	const groups = [...new Set(sets)].map((first) => [...tellings.keys()].filter((n) => sets[n] === first));
	return groups.filter((group) => new Set(group.map((n) => tellings[n]!.by)).size > 1);
}
