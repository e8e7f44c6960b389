import loadHighs from 'highs';
import { buildPairMarket } from '../../src/lib/domain/matching/build-pair-market';
import { certifySuggestions } from '../../src/lib/domain/matching/certify-suggestions';
import { checkConditions, maySuggest } from '../../src/lib/domain/matching/conditions';
import { deferSuggestions } from '../../src/lib/domain/matching/defer-suggestions';
import { judgePairs } from '../../src/lib/domain/matching/judge-pairs';
import { suggestTenants } from '../../src/lib/domain/matching/suggest-tenants';
import { suggestionCaps, type Pair } from '../../src/lib/domain/matching/terms';
import { seededRandom } from './seeded-random';
import { someRentals, type Rentals } from './random-rentals';

/**
 * A simulated wave of lets: which pairs each of four methods proposes, and how many flats are let in the end; then the
 * processor time of a day's suggestions. The chance that a pair says yes falls with the place of each in the other's
 * list. A landlord prefers a high income, a household a low rent. Flats are let in a random order of the proposed
 * pairs, to the first pair that says yes while both are free. All methods use the same chances, coins and order.
 */
const FLATS = 150;
const HOUSEHOLDS = 675;
const WAVES = 12;
const MEASURED = [
	[1_049, 4_716],
	[10_490, 47_160]
] as const;

type Likely = Pair & { readonly chance: number; readonly coin: number; readonly turn: number };
type Way =
	| 'landlord’s own top five'
	| 'best score, no cap for households'
	| 'these suggestions'
	| 'best possible total (HiGHS)';

const highs = await loadHighs();
const { perHome, perSeeker } = suggestionCaps;
const grouped = <One, Key>(all: Iterable<One>, keyOf: (one: One) => Key): Map<Key, One[]> => {
	const groups = new Map<Key, One[]>();
	for (const one of all) {
		const own = groups.get(keyOf(one));
		if (own) own.push(one);
		else groups.set(keyOf(one), [one]);
	}
	return groups;
};
const times = <Key>(keys: readonly Key[], key: Key) => keys.filter((one) => one === key).length;

/** Every pair that may be suggested, with the chance that both say yes. */
function likelyPairs({ homes, seekers, terms }: Rentals, seed: number): Likely[] {
	const random = seededRandom(seed);
	const { seekerLikes } = judgePairs(terms);
	const possible = homes.flatMap((home) =>
		seekers
			.filter((seeker) => maySuggest(checkConditions(home, seeker, terms.question.fit(home, seeker), terms.rules)))
			.map((seeker) => ({ home, seeker }))
	);
	const byHome = grouped(possible, ({ home }) => home.id);
	const bySeeker = grouped(possible, ({ seeker }) => seeker.id);
	const place = new Map<(typeof possible)[number], { landlord: number; household: number }>();
	for (const own of byHome.values())
		own
			.sort((a, b) => (b.seeker.yearlyIncomeCents ?? 0) - (a.seeker.yearlyIncomeCents ?? 0))
			.forEach((pair, i) => place.set(pair, { landlord: i / own.length, household: 0 }));
	for (const own of bySeeker.values())
		own
			.sort((a, b) => seekerLikes(a.seeker, a.home, b.home))
			.forEach((pair, i) => (place.get(pair)!.household = i / own.length));
	return possible.map((pair) => {
		const { landlord, household } = place.get(pair)!;
		const chance = (0.6 - 0.3 * landlord) * (0.6 - 0.3 * household);
		return { home: pair.home.id, seeker: pair.seeker.id, chance, coin: random(), turn: random() };
	});
}

/**
 * The highest total of the pairs with at most so many on each side: a linear programme whose corners are whole numbers.
 */
function bestTotal(pairs: readonly Likely[], weight: (pair: Likely) => number, ofHome: number, ofSeeker: number) {
	const lines = (side: 'home' | 'seeker', cap: number) =>
		[...grouped(pairs.keys(), (i) => pairs[i]![side])].map(
			([id, own]) => `${id}: ${own.map((i) => `x${i}`).join(' + ')} <= ${cap}`
		);
	const objective = pairs.map((pair, i) => `${weight(pair).toFixed(6)} x${i}`).join(' + ');
	const rows = [...lines('home', ofHome), ...lines('seeker', ofSeeker)].join('\n');
	const bounds = pairs.map((_, i) => `0 <= x${i} <= 1`).join('\n');
	const solved = highs.solve(`Maximize\nobj: ${objective}\nSubject To\n${rows}\nBounds\n${bounds}\nEnd`);
	if (solved.Status !== 'Optimal') throw new Error(`HiGHS: ${solved.Status}`);
	return pairs.filter((_, i) => (solved.Columns[`x${i}`]?.Primal ?? 0) > 0.5);
}

function play(shown: readonly Likely[]): number {
	const [homes, seekers] = [new Set<string>(), new Set<string>()];
	for (const { home, seeker, coin, chance } of shown.toSorted((a, b) => a.turn - b.turn)) {
		if (coin >= chance || homes.has(home) || seekers.has(seeker)) continue;
		homes.add(home);
		seekers.add(seeker);
	}
	return homes.size;
}

function ways(rentals: Rentals, pairs: readonly Likely[]): Record<Way, Likely[]> {
	const { homes, seekers, terms } = rentals;
	const incomes = new Map(seekers.map((seeker) => [seeker.id, seeker.yearlyIncomeCents ?? 0]));
	const seekerOf = new Map(seekers.map((seeker) => [seeker.id, seeker]));
	const homeOf = new Map(homes.map((home) => [home.id, home]));
	const { homeLikes } = judgePairs(terms);
	const topFive = (compare: (a: Likely, b: Likely) => number) =>
		[...grouped(pairs, ({ home }) => home).values()].flatMap((own) => own.toSorted(compare).slice(0, perHome));
	const given = new Set(suggestTenants(homes, seekers, terms).map(({ home, seeker }) => `${home} ${seeker}`));
	return {
		'landlord’s own top five': topFive((a, b) => incomes.get(b.seeker)! - incomes.get(a.seeker)!),
		'best score, no cap for households': topFive((a, b) =>
			homeLikes(homeOf.get(a.home)!, seekerOf.get(a.seeker)!, seekerOf.get(b.seeker)!)
		),
		'these suggestions': pairs.filter(({ home, seeker }) => given.has(`${home} ${seeker}`)),
		'best possible total (HiGHS)': bestTotal(pairs, ({ chance }) => chance, perHome, perSeeker)
	};
}

type Sum = { readonly let: number; readonly shown: number; readonly households: number; readonly most: number };

function addWave(before: Sum, shown: readonly Likely[]): Sum {
	const asked = shown.map(({ seeker }) => seeker);
	const households = [...new Set(asked)];
	return {
		let: before.let + play(shown),
		shown: before.shown + shown.length,
		households: before.households + households.length,
		most: Math.max(before.most, ...households.map((seeker) => times(asked, seeker)))
	};
}

function waves() {
	const sums = new Map<string, Sum>();
	let known = 0;
	for (let wave = 1; wave <= WAVES; wave++) {
		const rentals = someRentals(FLATS, HOUSEHOLDS, wave);
		const pairs = likelyPairs(rentals, 1_000 + wave);
		for (const [way, shown] of Object.entries(ways(rentals, pairs)))
			sums.set(way, addWave(sums.get(way) ?? { let: 0, shown: 0, households: 0, most: 0 }, shown));
		const yes = pairs.filter(({ coin, chance }) => coin < chance);
		known += bestTotal(yes, () => 1, 1, 1).length;
	}
	process.stdout.write(`${WAVES} waves of ${FLATS} flats and ${HOUSEHOLDS} households\n`);
	console.table(waveRows(sums, known));
}

function waveRows(sums: ReadonlyMap<string, Sum>, known: number) {
	const percent = (count: number, of: number) => `${((100 * count) / (of * WAVES)).toFixed(1)} %`;
	const rows = [...sums].map(([way, sum]) => ({
		way,
		'flats let': percent(sum.let, FLATS),
		'pairs shown': Math.round(sum.shown / WAVES),
		'households asked': percent(sum.households, HOUSEHOLDS),
		'flats for one household, at most': sum.most
	}));
	const best = {
		way: 'every yes known beforehand (HiGHS)',
		'flats let': percent(known, FLATS),
		'pairs shown': 0,
		'households asked': '',
		'flats for one household, at most': 1
	};
	return [...rows, best];
}

/** The result of the work, and the milliseconds of processor time it took. */
function timed<Value>(work: () => Value): [Value, string] {
	const start = process.cpuUsage();
	const value = work();
	const { user, system } = process.cpuUsage(start);
	return [value, ((user + system) / 1_000).toFixed(0)];
}

function speed() {
	const rows = MEASURED.map(([homeCount, seekerCount]) => {
		const { homes, seekers, terms } = someRentals(homeCount, seekerCount, 1);
		suggestTenants(homes.slice(0, 200), seekers.slice(0, 900), terms);
		const [market, columns] = timed(() => buildPairMarket(homes, seekers, terms));
		const [, acceptance] = timed(() => deferSuggestions(market, suggestionCaps));
		const [given, whole] = timed(() => suggestTenants(homes, seekers, terms));
		const [certificate, certified] = timed(() => certifySuggestions(homes, seekers, given, terms));
		if (certificate.blockingPairs + certificate.impossible + certificate.overCap > 0)
			throw new Error('the suggestions are not stable');
		const perKind = market.wishStart;
		const possible = market.kindOf.reduce((sum, kind) => sum + perKind[kind + 1]! - perKind[kind]!, 0);
		return {
			day: `${seekerCount} x ${homeCount}`,
			kinds: perKind.length - 1,
			'wishes, all households': possible,
			suggestions: given.length,
			'columns, cpu ms': columns,
			'deferred acceptance, cpu ms': acceptance,
			'rows to suggestions, cpu ms': whole,
			'certificate, cpu ms': certified,
			'pairs compared': certificate.checked
		};
	});
	console.table(rows);
}

if (!process.argv.includes('--speed')) waves();
speed();
