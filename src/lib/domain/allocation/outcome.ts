import type { MarketColumns } from './market';

/** Which household holds which dwelling, while the round is computed. */
export interface Outcome {
	/** Per application: the dwelling held, or -1. */
	readonly dwelling: Int32Array;
	/**
	 * Per application: the edge of the dwelling held. -1 if it holds none, or if it is frozen at a dwelling it did not
	 * choose.
	 */
	readonly edge: Int32Array;
	/** Per application: 1 if a guarantee housed it. */
	readonly guaranteed: Uint8Array;
	/** Per application: 1 if it left after the round. */
	readonly left: Uint8Array;
	/** Per dwelling: free places. */
	readonly free: Float64Array;
	/**
	 * Per application: 1 if it ranks below every holder of the dwellings it chose. Null when this is not known of any.
	 */
	behindAll: Uint8Array | null;
}

/** The start of every round: households that signed hold their dwellings, no other household holds one. */
export function seatFrozen(market: MarketColumns): Outcome {
	const count = market.active.length;
	const outcome: Outcome = {
		dwelling: market.frozenAt.slice(),
		edge: new Int32Array(count).fill(-1),
		guaranteed: new Uint8Array(count),
		left: new Uint8Array(count),
		free: market.capacity.slice(),
		behindAll: null
	};
	for (let application = 0; application < count; application++) {
		const dwelling = market.frozenAt[application]!;
		if (dwelling < 0) continue;
		outcome.free[dwelling]!--;
		const from = market.choiceStart[application]!;
		const chosen = market.choices.subarray(from, market.choiceStart[application + 1]!).indexOf(dwelling);
		if (chosen >= 0) outcome.edge[application] = from + chosen;
	}
	return outcome;
}
