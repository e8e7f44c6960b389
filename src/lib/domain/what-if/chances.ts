import { computeMarket } from '../allocation/compute-round';
import type { Market } from '../allocation/market';
import { seededNumbers } from './random';

/** From 0, hardly ever, to 4, nearly always: five bands, because a percentage would promise what nobody knows. */
export const chanceBands = [0, 1, 2, 3, 4] as const;
export type ChanceBand = (typeof chanceBands)[number];

/** Shares of the simulated rounds at which each band from the second on begins. */
const BEGINS = [0.05, 0.25, 0.75, 0.95];

export interface Simulation {
	/** Rounds to imagine. */
	readonly rounds: number;
	/** How likely each household is to drop out, per cent. */
	readonly dropOutPercent: number;
	/** Any integer: the same seed gives the same chances. */
	readonly seed: number;
}

/** Per household of the round, its band for a dwelling at all, then for each dwelling of its list; null if it takes no part. */
export type Chances = readonly (readonly ChanceBand[] | null)[];

/** Rounds between two reports of progress. */
const TURN = 20;

/**
 * Imagines the round many times, each time without the households that drop out, and counts how often those that stay
 * get each dwelling. Who has signed holds its dwelling and does not drop out.
 * @param report called with the rounds done; to be awaited, so that the work can be stopped in between
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

/** The band of a share of the rounds, from 0 to 1. */
export function bandOf(share: number): ChanceBand {
	return BEGINS.filter((begin) => share >= begin).length as ChanceBand;
}
