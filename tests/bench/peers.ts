import loadHighs from 'highs';
import { munkres } from 'munkres';
import { Person, stableMarriage } from 'stable-marriage';
import { tierAt } from '../../src/lib/domain/allocation/explanations';
import { computeMarket } from '../../src/lib/domain/allocation/compute-round';
import type { MarketColumns } from '../../src/lib/domain/allocation/market';

/**
 * Other libraries on the same data. Where it is fair, the data is prepared in each one's form before the clock starts.
 */

const numbersTo = (length: number) => Array.from({ length }, (_, number) => number);
const wishesOf = (market: MarketColumns, application: number) =>
	Array.from(market.choices.subarray(market.choiceStart[application], market.choiceStart[application + 1]));

interface Household {
	readonly number: number;
	readonly choices: readonly number[];
	readonly keys: readonly number[];
	readonly ticket: bigint;
	next: number;
}

/** Our method with plain objects: every dwelling's order sorted by a comparator, then the same proposals. */
export function solveByObjects(market: MarketColumns): Map<number, number> {
	const households = Array.from(market.active, (_, number) => householdOf(market, number));
	const places = placesOf(market, households);
	const holder = new Map<number, Household>();
	const waiting = [...households];
	for (let asking = waiting.pop(); asking; asking = waiting.pop()) {
		const dwelling = asking.choices[asking.next++];
		if (dwelling === undefined) continue;
		const holding = holder.get(dwelling);
		const better = !holding || places[dwelling]!.get(asking.number)! < places[dwelling]!.get(holding.number)!;
		if (better) holder.set(dwelling, asking);
		const loser = better ? holding : asking;
		if (loser) waiting.push(loser);
	}
	return new Map(Array.from(holder, ([dwelling, { number }]) => [number, dwelling]));
}

function householdOf(market: MarketColumns, number: number): Household {
	const at = market.entryKeys[market.entryStart[number]!]!;
	return {
		number,
		choices: wishesOf(market, number),
		keys: Array.from(market.keys.subarray(at, at + 2)),
		ticket: (BigInt(market.ticketHigh[number]!) << 32n) | BigInt(market.ticketLow[number]!),
		next: 0
	};
}

/** For each dwelling, the place of every household that asks for it. */
function placesOf(market: MarketColumns, households: readonly Household[]): Map<number, number>[] {
	const askers: Household[][] = numbersTo(market.dwellings.length).map(() => []);
	for (const household of households) for (const dwelling of household.choices) askers[dwelling]!.push(household);
	return askers.map((some, dwelling) => {
		const tier = new Map(some.map(({ number }) => [number, tierAt(market, dwelling, number)]));
		some.sort((a, b) => {
			const byTier = tier.get(a.number)! - tier.get(b.number)!;
			if (byTier !== 0) return byTier;
			for (const [i, key] of a.keys.entries()) if (key !== b.keys[i]) return b.keys[i]! - key;
			return a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.number - b.number;
		});
		return new Map(some.map(({ number }, place) => [number, place]));
	});
}

/** npm `stable-marriage`: as many households as dwellings, and every household lists every dwelling. */
export function solveByStableMarriage(market: MarketColumns): void {
	const { orders } = computeMarket(market);
	const dwellings = numbersTo(market.dwellings.length).map((number) => new Person(market.dwellings.at(number)!));
	const households = numbersTo(market.applications.length).map((number) => new Person(market.applications.at(number)!));
	households.forEach((household, number) => {
		household.generatePreferences(wishesOf(market, number).map((dwelling) => dwellings[dwelling]!));
	});
	dwellings.forEach((dwelling, number) => {
		const order = orders.applications.subarray(orders.start[number], orders.start[number + 1]);
		dwelling.generatePreferences(Array.from(order, (application) => households[application]!));
	});
	stableMarriage(households);
}

/**
 * npm `munkres`: minimises the sum of the places in the lists. That is another question, and not a fair answer to ours.
 */
export function solveByMunkres(market: MarketColumns): void {
	const never = 1e6;
	const costs = numbersTo(market.applications.length).map((application) => {
		const row = Array<number>(market.dwellings.length).fill(never);
		wishesOf(market, application).forEach((dwelling, rank) => (row[dwelling] = rank));
		return row;
	});
	munkres(costs);
}

/**
 * npm `highs`: the stable-matching polytope (Rothblum 1992), best for the households. The variables are sums down an
 * order, so that each wish adds a few numbers and not a whole order.
 * @returns milliseconds of the solver alone
 */
export async function solveByHighs(market: MarketColumns): Promise<number> {
	const computed = computeMarket(market);
	const program = polytope(market, computed);
	const highs = await loadHighs();
	const start = performance.now();
	const { Status, Columns } = highs.solve(program);
	const time = performance.now() - start;
	const same = market.choices.every((_, edge) => {
		const held = computed.outcome.edge.includes(edge) ? 1 : 0;
		const column = Columns[`x${edge}`];
		return column !== undefined && 'Primal' in column && Math.abs(column.Primal - held) < 1e-6;
	});
	if (Status !== 'Optimal' || !same) throw new Error('the solver finds another outcome');
	return time;
}

function polytope(market: MarketColumns, { orders }: ReturnType<typeof computeMarket>): string {
	const edgeAt = new Int32Array(orders.applications.length);
	market.choices.forEach((dwelling, edge) => (edgeAt[orders.start[dwelling]! + orders.places[edge]! - 1] = edge));
	const rows: string[] = [];
	const objective: string[] = [];
	numbersTo(market.applications.length).forEach((application) => {
		const edges = wishesOf(market, application).map((_, i) => market.choiceStart[application]! + i);
		rows.push(`${edges.map((edge) => `x${edge}`).join(' + ')} <= 1`);
		edges.forEach((edge, rank) => {
			objective.push(`${edges.length - rank} x${edge}`);
			const before = orders.start[market.choices[edge]!]! + orders.places[edge]! - 1;
			const better = edges.slice(0, rank).map((other) => `x${other} + `);
			rows.push(`${better.join('')}y${before} >= 1`);
		});
	});
	numbersTo(market.dwellings.length).forEach((dwelling) => {
		const [from, to] = [orders.start[dwelling]!, orders.start[dwelling + 1]!];
		for (let at = from; at < to; at++) rows.push(`y${at} - x${edgeAt[at]}${at > from ? ` - y${at - 1}` : ''} = 0`);
		if (to > from) rows.push(`y${to - 1} <= 1`);
	});
	return `Maximize\nobj: ${objective.join('\n + ')}\nSubject To\n${rows.join('\n')}\nEnd\n`;
}
