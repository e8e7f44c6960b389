import { execFileSync } from 'node:child_process';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certify } from '../../src/lib/domain/allocation/certificate';
import { computeMarket } from '../../src/lib/domain/allocation/compute-round';
import { deferAcceptance } from '../../src/lib/domain/allocation/deferred-acceptance';
import { Departures } from '../../src/lib/domain/allocation/departures';
import { placesOfHolders } from '../../src/lib/domain/allocation/holder-places';
import { orderLists } from '../../src/lib/domain/allocation/list-order';
import type { MarketColumns } from '../../src/lib/domain/allocation/market';
import { marketOf } from '../../src/lib/domain/allocation/market-of-columns';
import { buildOrders, type Orders } from '../../src/lib/domain/allocation/orders';
import { seatFrozen } from '../../src/lib/domain/allocation/outcome';
import { parseColumns } from '../../src/lib/domain/allocation/reading/parse-round';
import { RefusalChain } from '../../src/lib/domain/allocation/refusal-chain';
import { resultText } from '../../src/lib/domain/allocation/serialize-result';
import { Standings } from '../../src/lib/domain/allocation/standings';
import { drawTickets } from '../../src/lib/domain/allocation/tickets';
import { verifyDepartures } from '../../src/lib/domain/allocation/verify-result';
import { solveByHighs, solveByMunkres, solveByObjects, solveByStableMarriage } from './peers';
import { aMarket, type MarketSize } from './random-market';
import { writeRoundFile } from './round-file';
import { seededRandom } from './seeded-random';

/**
 * The allocation beside its lower bound and other libraries, in one run. The floor is what no method can avoid: sorting
 * one 64-bit key for each household with the platform's own sort, and reading every wish once. Times are the shortest
 * of several runs in milliseconds, so that other work on the machine counts least.
 */
const SIZES = [1, 10, 100].map((times): MarketSize => {
	return { applications: 25_000 * times, dwellings: 1_500 * times, choices: 5, lists: 1 };
});
const STEPS = ['keys', 'standings', 'allocation', 'places', 'certificate'] as const;

type Row = Record<string, string>;
const table: Record<string, Row> = {};
function tell(row: string, column: string, value: number | string): void {
	(table[row] ??= {})[column] = typeof value === 'number' ? value.toPrecision(3) : value;
}

/**
 * Runs the works in turn, so that a busy moment of the machine affects all of them. Keeps the shortest time of each.
 */
function compare<Name extends string>(runs: number, works: Record<Name, () => unknown>): Record<Name, number> {
	const names = Object.keys(works) as Name[];
	const best = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
	for (let run = 0; run < runs; run++) {
		for (const name of names) {
			const start = performance.now();
			works[name]();
			best[name] = Math.min(best[name], performance.now() - start);
		}
	}
	return best;
}

function floor({ choices, active }: MarketColumns): () => number {
	const random = seededRandom(1);
	const keys = BigUint64Array.from(active, () => BigInt(Math.floor(random() * 2 ** 53)) << 11n);
	return () => {
		keys.slice().sort();
		let sum = 0;
		for (let i = 0; i < choices.length; i++) sum += choices[i]!;
		return sum;
	};
}

/** The steps of a round with tickets given. Each step works on the result of the one before. */
function stepsOf(market: MarketColumns): Record<(typeof STEPS)[number] | 'orders', () => unknown> {
	let lists = orderLists(market);
	let standings = new Standings(market, lists);
	let outcome = seatFrozen(market);
	return {
		keys: () => (lists = orderLists(market)),
		standings: () => (standings = new Standings(market, lists)),
		allocation: () => deferAcceptance(market, lists, standings, (outcome = seatFrozen(market))),
		places: () => placesOfHolders(market, standings, outcome),
		certificate: () => {
			const { blockingPairs, wasted } = certify(market, outcome);
			if (blockingPairs + wasted > 0) throw new Error('the outcome is not fair');
		},
		orders: () => buildOrders(market, standings)
	};
}

/**
 * The time of a refusal when everything is in memory, in microseconds: half of the refusals, and 99 of 100, take at
 * most this.
 */
function refusals(market: MarketColumns, column: string): void {
	const { orders } = computeMarket(market);
	// The first run includes compiling. The best of the runs is printed, as for all other times.
	const runs = [1, 2, 3, 4].map(() => timesOfRefusals(market, orders).sort());
	const best = (share: number) => Math.min(...runs.map((times) => times[Math.floor(times.length * share)]!));
	tell('refusal p50, microseconds', column, best(0.5));
	tell('refusal p99, microseconds', column, best(0.99));
}

function timesOfRefusals(market: MarketColumns, orders: Orders): Float64Array {
	const { outcome } = computeMarket(market);
	const chain = new RefusalChain(market, orders, outcome);
	const random = seededRandom(7);
	const times = new Float64Array(20_000);
	for (let i = 0; i < times.length;) {
		const leaver = Math.floor(random() * market.active.length);
		if (outcome.left[leaver] === 1) continue;
		const start = performance.now();
		chain.leave(leaver);
		times[i++] = 1000 * (performance.now() - start);
	}
	return times;
}

/** From the bytes of a file to a result that was written, read back and verified, with hashing. */
function fileToVerified(path: string): void {
	const bytes = readFileSync(path);
	const input = createHash('sha256').update(bytes).digest('hex');
	const compute = () => {
		const parsed = parseColumns(bytes);
		if (!parsed.ok) throw new Error(`${parsed.place}: ${parsed.reason}`);
		return new Departures(computeMarket(marketOf(parsed.columns)));
	};
	const departures = compute();
	const result = new TextEncoder().encode([...resultText(departures.report('bench', input))].join(''));
	createHash('sha256').update(result).digest('hex');
	if (!verifyDepartures(compute(), 'bench', input, () => result).same) throw new Error('the result does not verify');
}

const megabytesAtMost = () => process.resourceUsage().maxRSS / 1024;

/** The most memory of a process that only creates the round and computes it, Node's own included. */
function memoryAlone(size: MarketSize): number {
	return Number(execFileSync(process.execPath, [import.meta.filename, JSON.stringify(size)], { encoding: 'utf8' }));
}

if (process.argv[2]) {
	const market = aMarket(JSON.parse(process.argv[2]) as MarketSize);
	const { standings, outcome } = computeMarket(market);
	placesOfHolders(market, standings, outcome);
	certify(market, outcome);
	console.log(megabytesAtMost());
	process.exit();
}

const wholes: number[] = [];
const floors: number[] = [];
for (const size of SIZES) {
	const column = `${size.applications} x ${size.dwellings} x ${size.choices}`;
	const market = aMarket(size);
	const runs = Math.max(9, Math.round(1_500_000 / size.applications));
	const best = compare(runs, { floor: floor(market), ...stepsOf(market) });
	const whole = STEPS.reduce((sum, step) => sum + best[step], 0);
	wholes.push(whole);
	floors.push(best.floor);
	tell('floor', column, best.floor);
	for (const step of STEPS) tell(`  ${step}`, column, best[step]);
	tell('whole round, tickets given', column, whole);
	tell('  times the floor', column, whole / best.floor);
	tell('every order written out', column, best.orders);
	const tickets = compare(2, { tickets: () => drawTickets('c0ffee', 'bench', market.applications) });
	tell('tickets', column, tickets.tickets);
	refusals(market, column);
	tell('peak memory of a round alone, MB', column, memoryAlone(size));
	if (size.applications > 250_000) continue;
	tell('plain objects and a comparator', column, compare(2, { objects: () => solveByObjects(market) }).objects);
}
const [first, , last] = [SIZES[0]!, SIZES[1]!, SIZES[2]!];
/** The exponent of growth: the work grows as n to this power, from the smallest size to the largest. */
const exponent = (times: readonly number[]) =>
	Math.log(times.at(-1)! / times[0]!) / Math.log(last.applications / first.applications);
tell('exponent of growth', '', exponent(wholes));
tell("  the floor's own", '', exponent(floors));
tell('  of n log n', '', exponent([first, last].map(({ applications }) => applications * Math.log(applications))));

const folder = mkdtempSync(join(tmpdir(), 'chiavi-bench-'));
try {
	const path = join(folder, 'round.json');
	writeRoundFile(path, first);
	const { verified } = compare(5, { verified: () => fileToVerified(path) });
	tell('file to verified result', `${first.applications} x ${first.dwellings} x ${first.choices}`, verified);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

const small: MarketSize = { applications: 1_000, dwellings: 1_000, choices: 1_000, lists: 1 };
const square = aMarket(small);
const ours = (market: MarketColumns) => () => certify(market, computeMarket(market).outcome);
const marriage = compare(3, { ours: ours(square), peer: () => solveByStableMarriage(square) });
tell('stable-marriage', '1000 x 1000 x 1000', marriage.peer);
tell('whole round, tickets given', '1000 x 1000 x 1000', marriage.ours);
const middle = aMarket({ applications: 2_500, dwellings: 150, choices: 5, lists: 1 });
const solveHighs = await solveByHighs(middle);
const solved = compare(3, { ours: ours(middle), munkres: () => solveByMunkres(middle) });
tell('highs, one run', '2500 x 150 x 5', solveHighs);
tell('munkres, another question', '2500 x 150 x 5', solved.munkres);
tell('whole round, tickets given', '2500 x 150 x 5', solved.ours);
console.table(table);
