import { certify } from '../../src/lib/domain/allocation/certificate';
import { deferAcceptance } from '../../src/lib/domain/allocation/deferred-acceptance';
import { orderLists } from '../../src/lib/domain/allocation/list-order';
import type { Market } from '../../src/lib/domain/allocation/market';
import { buildOrders } from '../../src/lib/domain/allocation/orders';
import { seatFrozen } from '../../src/lib/domain/allocation/outcome';
import type { Round } from '../../src/lib/domain/allocation/round';
import { runRound } from '../../src/lib/domain/allocation/run-round';
import { drawTickets } from '../../src/lib/domain/allocation/tickets';
import { aMarket, seededRandom, type MarketSize } from './random-market';

/**
 * The allocation against its lower bound, side by side in one run. The floor is what no method can avoid: sorting one
 * 64-bit key per household and list with the platform's own sort, and reading every wish once.
 */
const SIZES: readonly MarketSize[] = [
	{ applications: 14_901, dwellings: 560, choices: 5, lists: 2 },
	{ applications: 25_000, dwellings: 1_500, choices: 5, lists: 1 },
	{ applications: 250_000, dwellings: 15_000, choices: 5, lists: 1 },
	...(process.argv.includes('--large') ? [{ applications: 2_500_000, dwellings: 150_000, choices: 5, lists: 1 }] : [])
];

/** The shortest of several runs: what the work takes when the machine does nothing else. */
function shortest(runs: number, work: () => void): number {
	let best = Infinity;
	for (let run = 0; run < runs; run++) {
		const start = performance.now();
		work();
		best = Math.min(best, performance.now() - start);
	}
	return best;
}

function floor(market: Market): () => number {
	const random = seededRandom(1);
	const keys = BigUint64Array.from(market.entryList, () => BigInt(Math.floor(random() * 2 ** 53)));
	return () => {
		keys.slice().sort();
		let sum = 0;
		for (let i = 0; i < market.choices.length; i++) sum += market.choices[i]!;
		return sum;
	};
}

type Step = 'keys' | 'orders' | 'allocation' | 'certificate';

/** A round with tickets given; keeps the shortest time of each step. */
function steps(market: Market) {
	const best: Record<Step, number> = { keys: Infinity, orders: Infinity, allocation: Infinity, certificate: Infinity };
	const timed = <Value>(step: Step, work: () => Value): Value => {
		const start = performance.now();
		const value = work();
		best[step] = Math.min(best[step], performance.now() - start);
		return value;
	};
	const run = () => {
		const lists = timed('keys', () => orderLists(market));
		const orders = timed('orders', () => buildOrders(market, lists));
		const outcome = timed('allocation', () => {
			const seated = seatFrozen(market);
			deferAcceptance(market, orders, lists, seated);
			return seated;
		});
		const { blockingPairs, wasted } = timed('certificate', () => certify(market, outcome));
		if (blockingPairs + wasted > 0) throw new Error('the outcome is not fair');
	};
	return { best, run };
}

function asRound(market: Market): Round {
	const named = (start: Int32Array, values: Int32Array, names: readonly string[], i: number) =>
		Array.from(values.subarray(start[i], start[i + 1]), (value) => names[value]!);
	return {
		format: 'round/1',
		notice: 'bench',
		beacon: 'c0ffee',
		dwellings: market.dwellings.map((id, d) => ({
			id,
			list: `l${market.listOf[d]}`,
			setAside: named(market.setAsideStart, market.setAside, market.categories, d)
		})),
		applications: market.applications.map((id, a) => ({
			id,
			choices: named(market.choiceStart, market.choices, market.dwellings, a),
			categories: named(market.membershipStart, market.memberships, market.categories, a),
			keys: Object.fromEntries(
				Array.from({ length: market.listCount }, (_, list) => {
					const at = market.entryKeys[market.entryStart[a]! + list]!;
					return [`l${list}`, Array.from(market.keys.subarray(at, at + 2))];
				})
			)
		}))
	};
}

const rows = SIZES.map((size) => {
	const market = aMarket(size);
	const runs = Math.max(5, Math.round(1_000_000 / size.applications));
	const { best, run } = steps(market);
	const whole = shortest(runs, run);
	const floorTime = shortest(runs, floor(market));
	const step = Object.fromEntries(Object.entries(best).map(([name, time]) => [name, time.toFixed(2)]));
	const tickets = shortest(5, () => drawTickets('c0ffee', 'bench', market.applications));
	const round = size.applications > 250_000 ? null : asRound(market);
	const fromRows = round ? shortest(5, () => runRound(round, '')) : NaN;
	return {
		round: `${size.applications} x ${size.dwellings} x ${size.choices}`,
		lists: size.lists,
		'floor ms': floorTime.toFixed(2),
		...step,
		'whole ms': whole.toFixed(2),
		'times floor': (whole / floorTime).toFixed(2),
		'tickets ms': tickets.toFixed(1),
		'rows to result ms': fromRows.toFixed(1)
	};
});
console.table(rows);
