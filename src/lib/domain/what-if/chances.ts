import { computeMarket } from '../allocation/compute-round';
import type { Market } from '../allocation/market';
import { seededNumbers } from './random';

/** From 0, hardly ever, to 4, nearly always. There are five bands because a percentage would promise too much. */
export const chanceBands = [0, 1, 2, 3, 4] as const;
export type ChanceBand = (typeof chanceBands)[number];

/** The shares of the simulated rounds at which the second and later bands begin. */
const BEGINS = [0.05, 0.25, 0.75, 0.95];

export interface Simulation {
	/** How many rounds to simulate. */
	readonly rounds: number;
	/** The probability, in per cent, that a household drops out. */
	readonly dropOutPercent: number;
	/** Any integer. The same seed gives the same chances. */
	readonly seed: number;
}

/**
 * Per household of the round: its band for any dwelling, then for each dwelling of its list. Null if it takes no part.
 */
export type Chances = readonly (readonly ChanceBand[] | null)[];

/** How many rounds between two reports of progress. */
const TURN = 20;

/**
 * Simulates the round many times, each time without the households that drop out, and counts how often the others get
 * each dwelling. A household that signed holds its dwelling and does not drop out.
 * @param report called with the rounds done; it is awaited, so that the work can be stopped
 */
export async function simulateChances(
	market: Market,
	{ rounds, dropOutPercent, seed }: Simulation,
	report: (done: number) => Promise<void>
): Promise<Chances> {
	const number = seededNumbers(seed);
	const stayed = new Int32Array(market.active.length);
	const housed = new Int32Array(market.active.length);
	const gotWish = new Int32Array(market.choices.length);
	for (let round = 1; round <= rounds; round++) {
		const active = dropOut(market, dropOutPercent / 100, number);
		const { outcome } = computeMarket({ ...market, active });
		for (let household = 0; household < active.length; household++) {
			if (active[household] === 0) continue;
			stayed[household]!++;
			if (outcome.dwelling[household]! >= 0) housed[household]!++;
			if (outcome.edge[household]! >= 0) gotWish[outcome.edge[household]!]!++;
		}
		if (round % TURN === 0 || round === rounds) await report(round);
	}
	return Array.from(stayed, (times, household) => {
		if (times === 0) return null;
		const wishes = gotWish.subarray(market.choiceStart[household]!, market.choiceStart[household + 1]!);
		return [bandOf(housed[household]! / times), ...Array.from(wishes, (got) => bandOf(got / times))];
	});
}

function dropOut({ active, frozenAt }: Market, probability: number, number: () => number): Uint8Array {
	return active.map((takesPart, household) =>
		takesPart === 1 && (frozenAt[household]! >= 0 || number() >= probability) ? 1 : 0
	);
}

/** The band of a share of the rounds from 0 to 1. */
export function bandOf(share: number): ChanceBand {
	return BEGINS.filter((begin) => share >= begin).length as ChanceBand;
}
