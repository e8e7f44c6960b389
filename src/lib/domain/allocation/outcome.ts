import type { MarketColumns } from './market';

/** Who holds what, while it is worked out. */
export interface Outcome {
	/** Per application: the dwelling held, or -1. */
	readonly dwelling: Int32Array;
	/** Per application: the edge of the dwelling held; -1 for none, and for a frozen holder who did not choose it. */
	readonly edge: Int32Array;
	/** Per application: 1 if housed in the walk of a guarantee. */
	readonly guaranteed: Uint8Array;
	/** Per application: 1 if it left after the round. */
	readonly left: Uint8Array;
	/** Per dwelling: places nobody holds. */
	readonly free: Float64Array;
	/**
	 * Per application: 1 if it is known to stand before nobody who holds a dwelling, wherever it asks. Null where that is
	 * known of nobody.
	 */
	behindAll: Uint8Array | null;
}

/** The start of every round: those who signed hold their dwellings, nobody else holds anything. */
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
