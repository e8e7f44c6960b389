import type { MarketColumns } from './market';

/** Not acceptable. */
export const NO_TIER = -1;

/** Where a dwelling's order comes from. */
const SIMPLE = 0;
const SET_ASIDE = 1;
const EXPLICIT = 2;

/**
 * Tells the tier, at a dwelling whose order is computed, of an application that has keys for it: the position in the
 * dwelling's set-asides of the first category the household belongs to, else their number; `NO_TIER` where it is not
 * acceptable, or where the order is explicit.
 */
export class Tiers {
	/** Tiers of the dwelling that has most. */
	readonly most: number;
	private readonly kind: Uint8Array;
	/** Per category: the last application known to belong to it. */
	private readonly memberOf: Int32Array;
	private stamped = -1;

	constructor(private readonly market: MarketColumns) {
		const { setAsideStart } = market;
		this.memberOf = new Int32Array(market.categories.length).fill(-1);
		this.kind = new Uint8Array(market.capacity.length);
		let most = 0;
		for (let dwelling = 0; dwelling < this.kind.length; dwelling++) {
			const aside = setAsideStart[dwelling + 1]! - setAsideStart[dwelling]!;
			this.kind[dwelling] = market.explicitOrder[dwelling] ? EXPLICIT : aside === 0 ? SIMPLE : SET_ASIDE;
			most = Math.max(most, aside);
		}
		this.most = most + 1;
	}

	of(application: number, dwelling: number): number {
		const kind = this.kind[dwelling]!;
		if (kind === SIMPLE) return 0;
		return kind === EXPLICIT ? NO_TIER : this.tierAside(application, dwelling);
	}

	private tierAside(application: number, dwelling: number): number {
		const { setAsideStart, setAside, exclusive } = this.market;
		if (this.stamped !== application) this.stamp(application);
		const from = setAsideStart[dwelling]!;
		const to = setAsideStart[dwelling + 1]!;
		for (let i = from; i < to; i++) if (this.memberOf[setAside[i]!] === application) return i - from;
		return exclusive[dwelling] === 1 ? NO_TIER : to - from;
	}

	private stamp(application: number): void {
		const { membershipStart, memberships } = this.market;
		this.stamped = application;
		const end = membershipStart[application + 1]!;
		for (let i = membershipStart[application]!; i < end; i++) this.memberOf[memberships[i]!] = application;
	}
}
