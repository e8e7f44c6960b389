import fc from 'fast-check';
import type { Quota, Round, RoundApplication, RoundDwelling } from '../../src/lib/domain/allocation/round';

const LISTS = ['comune', 'aler', '__proto__', '10'];
export const CATEGORIES = ['very-poor', 'disabled', 'young', 'é'];
/** Names whose order differs between UTF-8 and UTF-16, and names that JavaScript treats specially. */
const IDS = [
	'a',
	'b',
	'c',
	'à',
	'z',
	'\uffee',
	'\u{1f511}',
	'\u{10ffff}',
	'\ue000',
	'__proto__',
	'7',
	'10',
	'A b',
	'ß'
];

const CROWD = Array.from({ length: 120 }, (_, i) => `h${i}`);

const subset = (items: readonly string[], maxLength = items.length) =>
	fc.uniqueArray(fc.constantFrom(...items), { maxLength });
const ids = (minLength: number, maxLength: number) =>
	fc.shuffledSubarray(maxLength > IDS.length ? [...IDS, ...CROWD] : IDS, { minLength, maxLength });
const modestKey = fc.oneof(fc.constant(40), fc.integer({ min: -30, max: 90 }));
/** Few different values, so that ties are common; and the extremes. */
const wildKey = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: -1, max: 2 }) },
	{ weight: 1, arbitrary: fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0) }
);

interface Shape {
	readonly dwellings: string[];
	readonly applications: string[];
	readonly keyCounts: number[];
	readonly key: fc.Arbitrary<number>;
	readonly beacon: string;
}

const shape = (maxDwellings: number, maxApplications: number, minApplications = 0): fc.Arbitrary<Shape> =>
	fc.record({
		dwellings: ids(0, maxDwellings),
		applications: ids(minApplications, maxApplications),
		keyCounts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: LISTS.length, maxLength: LISTS.length }),
		key: fc.constantFrom(wildKey, modestKey),
		beacon: fc.constantFrom('00', 'c0ffee', 'ab'.repeat(70))
	});

function aDwelling(id: string, { applications }: Shape): fc.Arbitrary<RoundDwelling> {
	return fc
		.record(
			{
				id: fc.constant(id),
				list: fc.constantFrom(...LISTS.slice(0, 3)),
				capacity: fc.constantFrom(1, 1, 2, 3, Number.MAX_SAFE_INTEGER),
				setAside: subset(CATEGORIES, 3),
				exclusive: fc.boolean(),
				order: fc.option(fc.shuffledSubarray(applications), { nil: undefined, freq: 2 })
			},
			{ requiredKeys: ['id', 'list'] }
		)
		.map((dwelling) => ({ ...dwelling, exclusive: dwelling.exclusive && (dwelling.setAside ?? []).length > 0 }));
}

function anApplication(id: string, { dwellings, keyCounts, key }: Shape): fc.Arbitrary<RoundApplication> {
	const keys = fc.tuple(
		...LISTS.map((_, i) => fc.option(fc.array(key, { minLength: keyCounts[i], maxLength: keyCounts[i] }), { freq: 5 }))
	);
	return fc
		.record(
			{
				id: fc.constant(id),
				choices: fc.shuffledSubarray(dwellings),
				categories: subset(CATEGORIES, 3),
				keys: keys.map((values) => Object.fromEntries(LISTS.flatMap((l, i) => (values[i] ? [[l, values[i]]] : [])))),
				frozen: dwellings.length ? fc.constantFrom(...dwellings) : fc.constant(undefined),
				withdrawn: fc.boolean()
			},
			{ requiredKeys: ['id', 'choices', 'keys', 'frozen'] }
		)
		.chain((row) =>
			fc.integer({ min: 0, max: 9 }).map((die) => ({
				...row,
				frozen: die < 4 ? row.frozen : undefined,
				withdrawn: die === 9 ? row.withdrawn : undefined
			}))
		);
}

/** Households that signed beyond a dwelling's places lose their signature. */
function seatable(round: Round): Round {
	const free = new Map(round.dwellings.map(({ id, capacity }) => [id, capacity ?? 1]));
	const applications = round.applications.map((application) => {
		const left = application.frozen === undefined ? 0 : (free.get(application.frozen) ?? 0);
		if (left < 1) return { ...application, frozen: undefined };
		free.set(application.frozen!, left - 1);
		return application;
	});
	return { ...round, applications };
}

/** Any valid round without quotas: several lists, set-asides, explicit orders, lots, signed and withdrawn households. */
export const aRoundUpTo = (dwellings: number, applications: number, atLeast = 0): fc.Arbitrary<Round> =>
	shape(dwellings, applications, atLeast).chain((drawn) =>
		fc
			.record({
				format: fc.constant('round/1' as const),
				notice: fc.constantFrom('n', 'avviso \u{1f3e0}'),
				beacon: fc.constant(drawn.beacon),
				dwellings: fc.tuple(...drawn.dwellings.map((id) => aDwelling(id, drawn))),
				applications: fc.tuple(...drawn.applications.map((id) => anApplication(id, drawn)))
			})
			.map(seatable)
	);

export const aRound = aRoundUpTo(6, 10);

/** Orders and choices that differ as much as possible, so that several outcomes are stable. */
export const aTwoSidedRound = (count: number): fc.Arbitrary<Round> => {
	const [dwellings, applications] = [IDS.slice(0, count), IDS.slice(-count)];
	const orders = fc.tuple(...dwellings.map(() => fc.shuffledSubarray(applications, { minLength: count - 1 })));
	const choices = fc.tuple(...applications.map(() => fc.shuffledSubarray(dwellings, { minLength: count - 1 })));
	return fc.tuple(orders, choices).map(([best, wanted]) => ({
		format: 'round/1',
		notice: 'n',
		beacon: '00',
		dwellings: dwellings.map((id, i) => ({ id, list: 'comune', order: best[i] })),
		applications: applications.map((id, i) => ({ id, choices: wanted[i]! }))
	}));
};

/**
 * Five households that list all four dwellings of two owners, some of them set aside. Small enough to try every list
 * that a household could hand in.
 */
export const aMarketOfTwoOwners: fc.Arbitrary<Round> = fc
	.record({
		asides: fc.tuple(...[0, 1, 2, 3].map(() => subset(['disabled'], 1))),
		exclusive: fc.tuple(...[0, 1, 2, 3].map(() => fc.boolean())),
		rows: fc.tuple(
			...['a', 'b', 'c', 'd', '\u{1f511}'].map((id) =>
				fc.record({
					id: fc.constant(id),
					choices: fc.shuffledSubarray(['u1', 'u2', 'u3', 'u4'], { minLength: 4 }),
					categories: subset(['disabled'], 1),
					keys: fc.record({ aler: fc.tuple(fc.nat(3)), comune: fc.tuple(fc.nat(3)) })
				})
			)
		)
	})
	.map(({ asides, exclusive, rows }) => ({
		format: 'round/1',
		notice: 'n',
		beacon: '00',
		dwellings: ['u1', 'u2', 'u3', 'u4'].map((id, i) => {
			const setAside = asides[i]!;
			return { id, list: i % 2 ? 'aler' : 'comune', setAside, exclusive: exclusive[i]! && setAside.length > 0 };
		}),
		applications: rows
	}));

/** Few dwellings, each set aside for several categories in turn. Every household wants them. */
export const aContestedRound: fc.Arbitrary<Round> = fc
	.record({
		asides: fc.tuple(...[0, 1, 2].map(() => fc.shuffledSubarray(CATEGORIES, { minLength: 2 }))),
		rows: fc.tuple(
			...IDS.slice(0, 7).map((id) =>
				fc.record({
					id: fc.constant(id),
					choices: fc.shuffledSubarray(['u1', 'u2', 'u3'], { minLength: 2 }),
					categories: subset(CATEGORIES, 2),
					keys: fc.record({ comune: fc.tuple(fc.nat(2), fc.nat(2)) })
				})
			)
		)
	})
	.map(({ asides, rows }) => ({
		format: 'round/1',
		notice: 'n',
		beacon: '00',
		dwellings: ['u1', 'u2', 'u3'].map((id, i) => ({ id, list: 'comune', setAside: asides[i] })),
		applications: rows
	}));

/** Few dwellings of one or two owners for many households with few different keys, often for one list only. */
export const aScarceRound: fc.Arbitrary<Round> = fc.constantFrom(1, 2).chain((owners) => {
	const keys = fc.tuple(fc.nat(1), fc.integer({ min: -1, max: 2 }));
	const row = fc.record({
		choices: fc.shuffledSubarray(['u1', 'u2', 'u3'], { minLength: 1 }),
		categories: fc.option(subset(CATEGORIES.slice(0, 3), 2), { nil: undefined }),
		keys: fc.record({ comune: keys, aler: keys }, { requiredKeys: [] })
	});
	const dwelling = fc.record({
		list: fc.constantFrom(...['comune', 'aler'].slice(0, owners)),
		capacity: fc.constantFrom(1, 1, 2, 3),
		setAside: fc.option(subset(CATEGORIES.slice(0, 3), 2), { nil: undefined }),
		order: fc.oneof(
			{ weight: 6, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: fc.shuffledSubarray(IDS.slice(0, 4)) }
		)
	});
	return fc
		.record({ rows: fc.array(row, { minLength: 4, maxLength: 8 }), homes: fc.tuple(dwelling, dwelling, dwelling) })
		.map(({ rows, homes }) => ({
			format: 'round/1',
			notice: 'n',
			beacon: '00',
			dwellings: homes.map((home, i) => ({ id: `u${i + 1}`, ...home })),
			applications: rows.map(({ keys: { comune, aler }, ...rest }, i) => ({
				id: IDS[i]!,
				...rest,
				keys: { ...(comune && { comune }), ...(aler && owners === 2 && { aler }) }
			}))
		}));
});

/** More households than the plain comparison is used for. */
export const aCrowdedRound = aRoundUpTo(6, 120, 90);

const someQuotas: fc.Arbitrary<Quota[]> = fc.uniqueArray(
	fc.record({
		kind: fc.constantFrom('guarantee' as const, 'ceiling' as const),
		category: fc.constantFrom(...CATEGORIES),
		places: fc.integer({ min: 1, max: 3 })
	}),
	{ selector: ({ category }) => category, minLength: 1, maxLength: 4 }
);

const withQuotas = (rounds: fc.Arbitrary<Round>): fc.Arbitrary<Round> =>
	fc.tuple(rounds, someQuotas).map(([round, quotas]) => ({
		...round,
		dwellings: round.dwellings.map(({ id, capacity }) => ({ id, list: 'comune', capacity })),
		quotas
	}));

/** A valid round of one list with quotas by count. */
export const aRoundWithQuotas = withQuotas(aRound);
export const aScarceRoundWithQuotas = withQuotas(aScarceRound);

/** Any round. Sometimes with many households, or with quotas. */
export const anyRound: fc.Arbitrary<Round> = fc.oneof(
	{ weight: 60, arbitrary: aRound },
	{ weight: 5, arbitrary: aContestedRound },
	{ weight: 30, arbitrary: aRoundWithQuotas },
	{ weight: 3, arbitrary: aTwoSidedRound(6) },
	{ weight: 2, arbitrary: aCrowdedRound }
);
